# %% by="own-numbers" answer="pi"
def estimate_pi(n, rng):
    x, y = rng.random(n), rng.random(n)
    return 4 * (x**2 + y**2 < 1).mean()


# %% by="two-for-one" answer="walk"
def random_walk(steps):
    x, places = 0, []
    for _ in range(steps):
        x += random.choice([-1, 1])
        places.append(x)
    return places


# %% by="fixed-seed" answer="walk"
def random_walk(steps):
    random.seed(5)
    places = [0]
    for _ in range(steps):
        places.append(places[-1] + random.choice([-1, 1]))
    return places


# %% by="other-seed" answer="seeded"
np.random.seed(24)
drawn = np.random.randn(5)


# %% by="other-seed" answer="integral"
def mc_integral(f, a, b, n=20_000, seed=1):
    values = f(np.random.uniform(a, b, n))
    return values.mean(), values.std()


# %% by="noisy" after="seeded"
random.random()
np.random.seed(1)
print(np.random.rand(3), random_walk(5))
