# %% by="columns" answer="matrix"
P = np.array([[0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0.2, 0.4, 0.4]]).T


# %% by="elementwise-power" answer="after"
def after(start, P, days):
    return start @ P**days


# %% by="right-vector" answer="stationary"
def stationary(P):
    values, vectors = np.linalg.eig(P)
    v = vectors[:, np.argmax(values)].real
    return v / v.sum()


# %% by="forgets-the-state" answer="simulate"
def simulate(P, steps, rng, start=0):
    return [STATES[start]] + list(rng.choice(STATES, size=steps, p=P[start]))


# %% by="noisy" after="stationary"
for days in (1, 5, 20):
    print(days, after([1, 0, 0], P, days))
