# %% by="starts-at-zero" answer="triangle"
def triangle(n):
    for k in range(n):
        print("*" * k)


# %% by="returns-text" answer="triangle"
def triangle(n):
    return "\n".join("*" * k for k in range(1, n + 1))


# %% by="tabs" answer="table"
def table(rows):
    for name, number in rows:
        print(name, number, sep="\t")


# %% by="if-if" answer="fizz"
def fizz(n):
    for k in range(1, n + 1):
        if k % 3 == 0:
            print("fizz")
        if k % 5 == 0:
            print("buzz")
        else:
            print(k)


# %% by="noisy" after="table"
table([("x", 1)])
triangle(2)
