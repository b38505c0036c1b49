# %% by="no-check" answer="dot"
def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


# %% by="vector-product" answer="dot" schema=2
def dot(a, b):
    return [x * y for x, y in zip(a, b)]


# %% by="own-loop" answer="norm"
def norm(a):
    total = 0
    for x in a:
        total += x * x
    return total**0.5


# %% by="forgets-root" answer="norm"
def norm(a):
    return dot(a, a)


# %% by="noisy" after="norm"
print(norm(range(5)))
