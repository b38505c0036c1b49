# %% by="forgets-h" answer="euler"
def euler_step(f, t, y, h):
    return y + f(t, y)


# %% by="same-slope" answer="rk4"
def rk4_step(f, t, y, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k2 + k2)


# %% by="midpoint" answer="rk4"
def rk4_step(f, t, y, h):
    return y + h * f(t + h / 2, y + h / 2 * f(t, y))


# %% by="columns" answer="integrate"
def integrate(step, f, y0, times):
    h = times[1] - times[0]
    states = np.zeros((len(y0), len(times)))
    states[:, 0] = y0
    for i in range(len(times) - 1):
        states[:, i + 1] = step(f, times[i], states[:, i], h)
    return states


# %% by="noisy" after="integrate"
import matplotlib.pyplot as plt

ts = np.linspace(0, 6, 100)
plt.plot(ts, integrate(rk4_step, lambda t, y: np.array([y[1], -y[0]]), [0.0, 1.0], ts))
plt.legend()
