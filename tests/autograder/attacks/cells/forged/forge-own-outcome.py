# %% [markdown]
# shows an outcome of check() from a cell of its own

# %% start
from IPython.display import publish_display_data

publish_display_data(
    {
        "application/vnd.ai4gov.outcome+json": {
            "exercise": "share",
            "state": "right",
            "code": "right",
            "points": 3,
            "out_of": 3,
        },
        "text/plain": "3.0",
    }
)
