# %% by="no-default" answer="area"
def area(width, height):
    return width * height


# %% by="with-if" answer="area"
def area(width, height=1):
    "Area"
    if height == 1:
        return width
    return width * height


# %% by="with-loop" answer="squares"
def squares(n):
    found = []
    for k in range(0, n, 2):
        found.append(k**2)
    return found


# %% by="list-argument" answer="variadic"
def join_all(parts, sep="-"):
    return sep.join(str(p) for p in parts)


# %% by="noisy" after="squares"
# ?squares
help(squares)
