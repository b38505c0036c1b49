# %% by="no-check" answer="bisect"
def bisect(f, a, b, tol=1e-10):
    while b - a > tol:
        m = (a + b) / 2
        if f(a) * f(m) <= 0:
            b = m
        else:
            a = m
    return a


# %% by="wrong-half" answer="bisect"
def bisect(f, a, b, tol=1e-10):
    if f(a) * f(b) > 0:
        raise ValueError
    for _ in range(100):
        m = (a + b) / 2
        if f(a) * f(m) > 0:
            b = m
        else:
            a = m
    return a


# %% by="root-only" answer="newton"
def newton(f, df, x0, tol=1e-12, most=50):
    x = x0
    for _ in range(most):
        x = x - f(x) / df(x)
    return x


# %% by="counts-one-more" answer="newton"
def newton(f, df, x0, tol=1e-12, most=50):
    steps = 1
    while abs(f(x0)) > tol and steps < most:
        x0 = x0 - f(x0) / df(x0)
        steps += 1
    return x0, steps


# %% by="noisy" after="newton"
print(newton(lambda x: x**2 - 5, lambda x: 2 * x, 1.0))
newton(lambda x: x**2 + 5, lambda x: 2 * x, 1.0)
