# %% by="first-column" answer="plate"
def make_plate(n, top=100.0):
    plate = np.zeros((n, n))
    plate[:, 0] = top
    return plate


# %% by="in-place" answer="step"
def step(u):
    u[1:-1, 1:-1] = (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]) / 4
    return u


# %% by="five-points" answer="step"
def step(u):
    new = u.copy()
    new[1:-1, 1:-1] = (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:] + u[1:-1, 1:-1]) / 5
    return new


# %% by="after-each-step" answer="energy"
def energies(u, times):
    found = []
    for _ in range(times):
        u = step(u)
        found.append(u.mean())
    return found


# %% by="noisy" before="step"
u = make_plate(30)
new = u
n_steps = 5

# %% by="noisy" after="step"
import matplotlib.pyplot as plt

plt.imshow(step(u))
plt.colorbar()
