# %% [markdown]
# shows each of TEXTS as HTML

# %% part
from IPython.display import HTML, display

for each in TEXTS:
    display(HTML(each))
