# %% [markdown]
# shows large pictures and tables without number

# %% end
from IPython.display import HTML, display

for _ in range(2000):
    display(HTML("<p>" + "x" * 100_000))
for _ in range(20_000):
    display(1)
