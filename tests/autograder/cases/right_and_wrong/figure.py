# %% [markdown]
# figure

# %% right
def draw():
    fig, ax = plt.subplots()
    ax.plot([1, 2], [3, 4], label="l")
    ax.set_title("T")
    ax.legend()
    return ax


# %% wrong
def draw():
    fig, ax = plt.subplots()
    return ax


# %% test
ax = draw()
assert ax.get_title() == "T"
assert ax.lines[0].get_ydata().tolist() == [3, 4]
assert ax.get_legend().get_texts()[0].get_text() == "l"
assert isinstance(ax, plt.Axes)
assert plt.gcf().axes[0] is ax
