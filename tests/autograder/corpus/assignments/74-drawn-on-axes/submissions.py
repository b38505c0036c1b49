# %% by="one-above-the-other" answer="two"
fig, (a, b) = plt.subplots(2)
a.plot(years, visits, label="Visits", c="r")
a.legend()
counts, edges, bars = b.hist(visits, 3)
plt.title("Library")


# %% by="pyplot" answer="draw-bars"
def draw_bars(ax, names, values):
    plt.figure()
    return plt.bar(names, values, color="red")


# %% by="no-bar" answer="picture"
def picture(grid):
    plt.imshow(grid.T)
    plt.plot(*np.nonzero(grid == grid.max()), "o")
    return plt.gcf(), plt.gca()


# %% by="same-axis" answer="twin"
def twin():
    plt.figure()
    plt.plot(years, visits)
    plt.plot(years, np.cumsum(visits), "k:")
    plt.yscale("log")


# %% by="noisy" after="twin"
fig2, ax = plt.subplots()
draw_bars(ax, ["x", "y"], [1, 2])
twin()
plt.title("noise")
