# %% [markdown]
# writes pages and pictures whose scripts run in the reader's browser

# %% end
page = "<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"
for name in (
    "page.html",
    "page.htm",
    "page.xhtml",
    "picture.svg",
    "data.xml",
    "PAGE.HTML",
    "page.shtml",
    "page.mht",
    "style.css",
    "code.js",
    "page.html.csv",
    "page.svgz",
    "page.xht",
    "page.html.html",
    "page.ipynb",
    "other.ipynb",
    "page.xsl",
):
    with open(name, "w") as file:
        file.write(page)
