# %% [markdown]
# pyplot's show that is patched

# %% right
def draw():
    plt.plot([1, 2], [3, 4])
    plt.show()


# %% wrong
def draw():
    plt.plot([1, 2], [3, 4])


# %% test
from unittest import mock

with mock.patch.object(plt, "show") as show:
    draw()
assert show.called and len(plt.gca().lines) == 1
plt.close("all")
