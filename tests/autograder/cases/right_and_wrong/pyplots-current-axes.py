# %% [markdown]
# pyplot's current axes

# %% right
def draw():
    plt.plot([1], [2])
    plt.title("Q")


# %% wrong
def draw():
    plt.plot([1], [2])


# %% test
draw()
assert plt.gca().get_title() == "Q"
plt.close("all")
