# %% [markdown]
# shows data of types that run, that are none, and under names that are paths

# %% start
from IPython.display import display

page = "<script>alert(1)</script><img src=x onerror=alert(1)>"
for kind in (
    "application/vnd.jupyter.widget-view+json",
    "application/vnd.vega.v5+json",
    "application/vnd.plotly.v1+json",
    "application/vnd.vegalite.v5+json",
    "text/html ",
    "TEXT/HTML",
    "application/vdom.v1+json",
    "application/xhtml+xml",
    "image/svg+xml;x",
    "../../../x",
    "",
    "x" * 100_000,
    "application/pdf",
    "text/x-custom",
    "\x1b[2J",
):
    display({kind: page, "text/plain": page}, metadata={kind: {"isolated": True}}, raw=True)
display({"application/json": {"a": [page] * 100}, "text/markdown": page}, raw=True)
