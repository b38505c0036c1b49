# %% [markdown]
# tells of sixty million characters for each cell

# %% part
from autograder.learner import process as learner


async def run_cell(shell, source, cell_id):
    data = {"text/plain": "x" * 60_000_000}
    shell.kernel.session.outputs = [{"output_type": "display_data", "data": data, "metadata": {}}]
    return {"status": "ok", "execution_count": 1}


learner.run_cell = run_cell
