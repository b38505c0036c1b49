# %% by="one-more" answer="timed"
# %%time
squares = np.arange(1001) ** 2

# %% by="times-the-wrong" answer="line-magic"
# %time [n**3 for n in range(5)]

# %% by="unknown-magic" answer="timed"
# %%tiem
squares = np.arange(1000) ** 2


# %% by="integer-mean" answer="last"
def mean_of(values):
    return sum(values) // len(values) + 1


# %% by="noisy" after="timed"
# %timeit -n 2 -r 2 sum(range(100))
# %who
# %lsmagic
plt.plot(squares[:5])

# %% by="noisy" after="last"
# !echo "from the shell"
