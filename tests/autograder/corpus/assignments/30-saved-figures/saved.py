# %% setup="imports"
import os

import matplotlib.pyplot as plt
import numpy as np

# %% answer="save-plot"
# Plot y = x**2 for x from 0 to 4 with a title, and save it as parabola.png.
### BEGIN SOLUTION
x = np.linspace(0, 4, 50)
fig, ax = plt.subplots(figsize=(4, 3))
ax.plot(x, x**2, "r--")
ax.set_title("A parabola")
fig.savefig("parabola.png", dpi=50)
### END SOLUTION

# %% test="file-there" points=1
assert os.path.isfile("parabola.png")
with open("parabola.png", "rb") as file:
    assert file.read(8) == b"\x89PNG\r\n\x1a\n"

# %% test="figure-object" points=1
assert isinstance(fig, plt.Figure)
assert ax.get_title() == "A parabola"
line = ax.lines[0]
assert line.get_linestyle() == "--" and line.get_color() in ("r", "red")

# %% test="pixels" points=1
picture = plt.imread("parabola.png")
assert picture.ndim == 3 and picture.shape[:2] == (150, 200)
assert picture.min() < 0.5


# %% answer="histogram"
def histogram(values, bins, path=None):
    """A histogram on a new figure, saved when a path is given; return the counts and the axes."""
    ### BEGIN SOLUTION
    fig, ax = plt.subplots()
    counts, _, _ = ax.hist(values, bins=bins)
    if path:
        fig.savefig(path)
    return counts, ax
    ### END SOLUTION


# %% test="histogram-counts" points=2
counts, axes = histogram([1, 1, 2, 5, 5, 5], bins=[0, 1.5, 3, 6])
assert counts.tolist() == [2, 1, 3]
assert len(axes.patches) == 3
plt.close("all")

# %% test="histogram-saved" points=1
histogram(np.arange(10), 5, "h.svg")
with open("h.svg") as file:
    assert "<svg" in file.read()
plt.close("all")


# %% answer="grid"
def grid_of(functions, x):
    """A row of plots, one for each function, with its name as title; return the figure."""
    ### BEGIN SOLUTION
    fig, axes = plt.subplots(1, len(functions), squeeze=False)
    for ax, function in zip(axes[0], functions):
        ax.plot(x, function(x))
        ax.set_title(function.__name__)
    return fig
    ### END SOLUTION


# %% test="grid-test" points=2
made = grid_of([np.sin, np.cos, np.sqrt], np.linspace(0, 1, 5))
assert len(made.get_axes()) == 3
assert [each.get_title() for each in made.axes] == ["sin", "cos", "sqrt"]
np.testing.assert_allclose(made.axes[1].lines[0].get_ydata()[0], 1)
assert len(grid_of([np.exp], np.arange(3)).axes) == 1
plt.close("all")
