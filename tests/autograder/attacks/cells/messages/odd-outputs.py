# %% [markdown]
# tells of outputs that are none

# %% end
import gc
from autograder.learner import process as learner


class Odd(list):
    pass


async def run_cell(shell, source, cell_id):
    return {"status": ["ok"], "execution_count": {"a": 1}, "outputs": 5}


learner.run_cell = run_cell
for each in gc.get_objects():
    if isinstance(each, learner.Recorder):
        each.begin = lambda index: None
        each.outputs = [
            {"output_type": "stream"},
            {"output_type": "error"},
            7,
            None,
            {"output_type": "display_data", "data": "x"},
            {"output_type": ["stream"]},
            {"output_type": "execute_result", "data": {"text/html": {"a": [1]}}, "metadata": 5},
            {"output_type": "error", "ename": 1, "evalue": [], "traceback": 5},
            {"output_type": "stream", "name": 5, "text": {"a": 1}},
        ]
