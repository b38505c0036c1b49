# %% [markdown]
# picture

# %% right
from PIL import Image

image = Image.fromarray(np.full((2, 3), 7, "uint8"))

# %% wrong
from PIL import Image

image = Image.fromarray(np.zeros((2, 3), "uint8"))

# %% test
assert image.size == (3, 2)
assert np.asarray(image).shape == (2, 3)
assert np.array(image, dtype=float).mean() == 7
