# %% [markdown]
# points of a scatter plot

# %% right
def draw():
    plt.scatter([1, 2], [3, 4])


# %% wrong
def draw():
    plt.scatter([1, 2], [3, 5])


# %% test
draw()
places = plt.gca().collections[0].get_offsets()
assert places.shape == (2, 2)
assert np.allclose(places[:, 1], [3, 4])
