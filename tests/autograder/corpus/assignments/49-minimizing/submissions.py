# %% by="climbs" answer="descent"
def descend(gradient, x0, rate=0.1, steps=100, callback=None):
    x = np.array(x0, dtype=float)
    for _ in range(steps):
        x = x + rate * gradient(x)
    return x


# %% by="changes-the-start" answer="descent"
def descend(gradient, x0, rate=0.1, steps=100, callback=None):
    x = np.asarray(x0, dtype=float)
    for _ in range(steps):
        x -= rate * gradient(x)
        if callback is not None:
            callback(x)
    return x


# %% by="fixed-point" answer="rosenbrock"
def rosenbrock(p):
    return (1 - p[0]) ** 2 + 10 * (p[1] - p[0] ** 2) ** 2


found = minimize(rosenbrock, [0, 0]).x


# %% by="two-points" answer="fit"
def fit_line(x, y):
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    return slope, y[0]


# %% by="noisy" after="rosenbrock"
print(found)
curve_fit(lambda x, a: a * x, [1.0], [2.0])
