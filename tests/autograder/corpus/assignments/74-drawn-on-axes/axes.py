# %% setup="imports"
import matplotlib.colors as mcolors
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

years = np.arange(2020, 2026)
visits = np.array([5, 1, 2, 7, 8, 9])

# %% answer="two"
# A figure `fig` with two axes side by side: left a line of visits by year with a legend "visits",
# right a histogram of visits with three bins in green; the figure's title is "Library".
### BEGIN SOLUTION
fig, axs = plt.subplots(1, 2, figsize=(8, 3))
axs[0].plot(years, visits, "o--", color="tab:red", label="visits")
axs[0].legend(loc="upper left")
axs[0].set(xlabel="year", ylabel="visits", xlim=(2019, 2026))
counts, edges, bars = axs[1].hist(visits, bins=3, color="green", edgecolor="black")
axs[1].set_title("how often")
fig.suptitle("Library")
### END SOLUTION

# %% test="two-axes" points=1
assert isinstance(fig, Figure) and len(fig.axes) == 2
assert fig.get_suptitle() == "Library"
assert fig.axes[0].get_subplotspec().get_gridspec().ncols == 2
left, right = fig.axes
assert left.get_position().x0 < right.get_position().x0

# %% test="two-line" points=2
(line,) = left.get_lines()
np.testing.assert_array_equal(line.get_xdata(), years)
np.testing.assert_array_equal(line.get_xydata()[:, 1], visits)
assert line.get_label() == "visits" and line.get_linestyle() == "--" and line.get_marker() == "o"
assert mcolors.same_color(line.get_color(), "tab:red")
assert [text.get_text() for text in left.get_legend().get_texts()] == ["visits"]
handles, labels = left.get_legend_handles_labels()
assert labels == ["visits"] and len(handles) == 1
assert left.get_xlim() == (2019, 2026) and left.xaxis.get_label().get_text() == "year"

# %% test="two-histogram" points=2
heights = [patch.get_height() for patch in right.patches]
assert heights == [2, 1, 3], f"counts are {heights}"
assert sum(counts) == 6 and len(edges) == 4 and len(bars) == 3
assert all(mcolors.to_hex(p.get_facecolor()) == "#008000" for p in right.patches)
assert np.isclose(right.patches[0].get_x(), 1) and np.isclose(bars[0].get_width(), 8 / 3)
assert mcolors.to_rgb(right.patches[0].get_edgecolor()) == (0, 0, 0)


# %% answer="draw-bars"
def draw_bars(ax, names, values):
    """Bars on the axes that are given, the largest in red, its value above it; return the bars."""
    ### BEGIN SOLUTION
    colors = ["red" if v == max(values) else "grey" for v in values]
    bars = ax.bar(names, values, color=colors)
    ax.annotate(str(max(values)), (names[values.index(max(values))], max(values)))
    ax.set_xticks(range(len(names)), names, rotation=45)
    return bars
    ### END SOLUTION


# %% test="bars-on-given" points=3
figure, (top, below) = plt.subplots(2, 1)
made = draw_bars(below, ["a", "b", "c"], [1, 5, 2])
assert len(below.patches) == 3 and not top.patches, "on the axes that are given"
assert [bar.get_height() for bar in below.patches] == [1, 5, 2]
assert [mcolors.to_hex(bar.get_facecolor()) for bar in below.patches].index("#ff0000") == 1
assert [label.get_text() for label in below.get_xticklabels()] == ["a", "b", "c"]
assert {label.get_rotation() for label in below.get_xticklabels()} == {45.0}
assert "5" in [text.get_text() for text in below.texts]
assert len(made) == 3 and made[1].get_height() == 5
plt.close(figure)


# %% answer="picture"
def picture(grid):
    """A new figure: the grid as an image, with a colour bar and points where it is largest."""
    ### BEGIN SOLUTION
    fig, ax = plt.subplots()
    image = ax.imshow(grid, cmap="viridis", vmin=0, vmax=10)
    fig.colorbar(image, ax=ax, label="height")
    rows, columns = np.nonzero(grid == grid.max())
    ax.scatter(columns, rows, c="white", s=40)
    return fig, ax
    ### END SOLUTION


# %% test="picture-test" points=2
grid = np.array([[0, 3, 9], [9, 1, 2]])
shown, ax = picture(grid)
assert isinstance(ax, Axes) and len(shown.axes) == 2, "the second is the colour bar"
(image,) = ax.get_images()
assert image.get_array().tolist() == grid.tolist()
assert image.get_cmap().name == "viridis" and image.get_clim() == (0, 10)
(points,) = ax.collections
assert points.get_offsets().tolist() == [[2, 0], [0, 1]]
assert points.get_sizes()[0] == 40
assert shown.axes[1].get_ylabel() == "height"


# %% answer="twin"
def twin():
    """On the current axes: visits, and their sums so far on a logarithmic second y axis."""
    ### BEGIN SOLUTION
    ax = plt.gca()
    ax.plot(years, visits)
    other = ax.twinx()
    other.semilogy(years, visits.cumsum(), "k:")
    ax.axhline(visits.mean(), color="0.5")
    ax.fill_between(years, visits - 1, visits + 1, alpha=0.25)
    ax.grid(True)
    plt.sca(other)
    ### END SOLUTION


# %% test="twin-test" points=2
plt.close("all")
fig = plt.figure(num="mine", figsize=(4, 3))
plt.axes()
twin()
assert plt.get_fignums() == [fig.number] and plt.gcf() is fig
first, second = fig.axes
assert second.get_yscale() == "log" and first.get_yscale() == "linear" and plt.gca() is second
assert second.lines[0].get_ydata()[-1] == 32
assert len(first.lines) == 2 and np.allclose(first.lines[1].get_ydata(), visits.mean())
assert len(first.collections) == 1 and first.collections[0].get_alpha() == 0.25
fig.canvas.draw()
pixels = np.asarray(fig.canvas.buffer_rgba())
assert pixels.ndim == 3 and pixels[..., :3].min() < 100
