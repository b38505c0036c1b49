# %% by="never-saved" answer="save-plot"
x = np.linspace(0, 4, 50)
fig, ax = plt.subplots()
ax.plot(x, x**2, "r--")
ax.set_title("A parabola")

# %% by="saved-empty" answer="save-plot"
x = np.linspace(0, 4, 50)
plt.plot(x, x**2, color="b")
plt.show()
fig = plt.figure(figsize=(4, 3))
ax = plt.gca()
plt.savefig("parabola.png", dpi=50)


# %% by="same-axes" answer="histogram"
def histogram(values, bins, path=None):
    ax = plt.gca()
    counts = ax.hist(values)[0]
    plt.savefig(path or "h.svg")
    return counts, ax


# %% by="one-plot" answer="grid"
def grid_of(functions, x):
    fig = plt.figure()
    for f in functions:
        plt.plot(x, f(x), label=f.__name__)
    plt.legend()
    return fig


# %% by="noisy" after="save-plot"
plt.imshow(plt.imread("parabola.png"))
plt.axis("off")
plt.show()
