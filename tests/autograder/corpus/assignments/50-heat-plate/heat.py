# %% setup="imports"
import numpy as np


# %% answer="plate"
def make_plate(n, top=100.0):
    """An n by n plate of zeros whose first row has the temperature `top`."""
    ### BEGIN SOLUTION
    plate = np.zeros((n, n))
    plate[0] = top
    return plate
    ### END SOLUTION


# %% test="plate-test" points=1
u = make_plate(40)
assert u.shape == (40, 40) and u[0].min() == 100 and u[1:].max() == 0


# %% answer="step"
def step(u):
    """A new plate: each inner point is the mean of its four neighbours; the border stays."""
    ### BEGIN SOLUTION
    new = u.copy()
    new[1:-1, 1:-1] = (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]) / 4
    return new
    ### END SOLUTION


# %% test="step-once" points=1
small = make_plate(4)
after = step(small)
assert after[1, 1] == 25 and after[2, 1] == 0
np.testing.assert_array_equal(small, make_plate(4))

# %% test="relax" points=2
# the same name as the learner's is bound again in each turn
n_steps = 0
while n_steps < 250:
    new = step(u)
    change = np.abs(new - u).max()
    u = new
    n_steps += 1
assert change < 0.4
assert 10 < u[10, 20] < 60

# %% test="relax-other-name" points=1
w = make_plate(12)
for _ in range(400):
    w = step(w)
np.testing.assert_allclose(w, step(w), atol=1e-3)
np.testing.assert_allclose(w[:, 1:-1], w[:, -2:0:-1], atol=1e-9)


# %% answer="energy"
def energies(u, times):
    """The mean temperature before each of the steps."""
    ### BEGIN SOLUTION
    found = []
    for _ in range(times):
        found.append(float(u.mean()))
        u = step(u)
    return found
    ### END SOLUTION


# %% test="energy-test" points=1
e = energies(make_plate(10), 30)
assert len(e) == 30 and e[0] == 10
assert all(b > a for a, b in zip(e, e[1:]))

# %% test="many-small-calls" points=1
cells = np.zeros((3, 3))
total = 0.0
for k in range(600):
    cells[0, 1] = k
    total += step(cells)[1, 1]
assert total == sum(range(600)) / 4
