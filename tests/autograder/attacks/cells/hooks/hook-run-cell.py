# %% [markdown]
# replaces the function that runs cells

# %% start
shell = get_ipython()


def run_cell(source, *args, **kwargs):
    print("SEEN", source)

    class Result:
        success = True
        result = 3.0
        error_in_exec = error_before_exec = None

    return Result()


async def run_cell_async(source, *args, **kwargs):
    return run_cell(source)


shell.run_cell, shell.run_cell_async = run_cell, run_cell_async
shell.should_run_async = lambda *args, **kwargs: False
type(shell).run_cell = run_cell
