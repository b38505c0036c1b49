# %% by="includes-itself" answer="lagrange"
def lagrange(xs, ys):
    return lambda x: sum(
        y * np.prod([(x - b) / (a - b + 1e-30) for b in xs]) for a, y in zip(xs, ys)
    )


# %% by="piecewise" answer="lagrange"
def lagrange(xs, ys):
    return lambda x: np.interp(x, xs, ys)


# %% by="linear-spline" answer="spline"
spline = interpolate.interp1d(grid, np.sin(grid))


# %% by="trapezoid" answer="simpson"
def simpson(f, a, b, n):
    x = np.linspace(a, b, n + 1)
    return np.trapezoid(f(x), x)


# %% by="noisy" after="simpson"
import matplotlib.pyplot as plt

plt.plot(grid, spline(grid), "o-")
plt.show()
simpson(np.sin, 0, 1, 5)
