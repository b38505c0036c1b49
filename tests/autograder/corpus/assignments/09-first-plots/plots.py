# %% setup="imports"
# %matplotlib inline
import matplotlib.pyplot as plt
import numpy as np


# %% answer="draw-wave"
def draw_wave(frequency, ax=None):
    """Draw one second of a sine wave with 200 points; return the axes."""
    ### BEGIN SOLUTION
    ax = ax or plt.gca()
    t = np.linspace(0, 1, 200)
    ax.plot(t, np.sin(2 * np.pi * frequency * t), label=f"{frequency} Hz")
    ax.set_xlabel("time (s)")
    ax.set_ylabel("amplitude")
    ax.set_title("A wave")
    ax.legend()
    return ax
    ### END SOLUTION


# %% test="wave-line" points=2
plt.close("all")
draw_wave(2)
ax = plt.gca()
assert len(ax.lines) == 1
x, y = ax.lines[0].get_data()
assert len(x) == 200 and x[0] == 0 and x[-1] == 1
assert np.allclose(y, np.sin(4 * np.pi * x))

# %% test="wave-labels" points=1
plt.close("all")
ax = draw_wave(3)
assert ax.get_title() != ""
assert ax.get_xlabel() == "time (s)" and "ampl" in ax.get_ylabel().lower()
assert ax.get_legend().get_texts()[0].get_text() == "3 Hz"

# %% test="wave-axes" points=1
fig, axes = plt.subplots(1, 2)
assert draw_wave(1, axes[1]) is axes[1]
assert len(axes[0].lines) == 0 and len(axes[1].get_lines()) == 1
plt.close(fig)


# %% answer="bars"
def bars(counts):
    """A bar chart of a dict, sorted by its keys, on a new figure; return the figure."""
    ### BEGIN SOLUTION
    fig, ax = plt.subplots()
    keys = sorted(counts)
    ax.bar(keys, [counts[key] for key in keys], color="tab:green")
    return fig
    ### END SOLUTION


# %% test="bars-test" points=2
fig = bars({"b": 2, "a": 5})
assert isinstance(fig, plt.Figure)
heights = [patch.get_height() for patch in fig.axes[0].patches]
assert heights == [5, 2]
ticks = [tick.get_text() for tick in fig.axes[0].get_xticklabels()]
assert ticks == ["a", "b"]
plt.close("all")
