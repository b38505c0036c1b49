# %% [markdown]
# updates a display three thousand times, and displays of others

# %% start
from IPython.display import display, update_display, clear_output

shown = display("x", display_id="mine")
for number in range(3_000):
    shown.update(number)
for name in ("", "test-total", "test-share", "setup", "0", None, 5, ["x"]):
    try:
        update_display({"text/plain": "3.0"}, display_id=name, raw=True)
    except BaseException as error:
        print(type(error))
