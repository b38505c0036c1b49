# %% [markdown]
# shows ACTIVE as data of many types

# %% part
from IPython.display import display

for kind in (
    "text/html",
    "image/svg+xml",
    "application/javascript",
    "text/markdown",
    "text/latex",
    "image/png",
    "image/jpeg",
    "text/plain",
    "application/vnd.ai4gov.outcome+json",
):
    display({kind: ACTIVE}, raw=True)
