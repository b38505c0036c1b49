# %% setup="imports"
import copy

import numpy as np

# %% answer="mixed"
### BEGIN SOLUTION
array = np.array([1.0, 2.0])
mixed = [0, 1, array, "text", [100, 200]]
### END SOLUTION

# %% test="mixed-test" points=1
assert mixed == [0, 1, array, "text", [100, 200]]

# %% test="mixed-identity" points=1
assert mixed[2] is array
assert array in mixed[2:]

# %% answer="grid"
### BEGIN SOLUTION
row = [0, 0, 0]
shared = [row] * 3
separate = [row[:] for _ in range(3)]
### END SOLUTION

# %% test="grid-test" points=2
assert shared == separate == [[0] * 3] * 3
assert shared[0] is shared[1] is row
assert separate[0] is not separate[1]

# %% test="grid-changes" points=1
shared[0][0] = 7
assert shared == [[7, 0, 0]] * 3
separate[0][0] = 7
assert separate == [[7, 0, 0], [0, 0, 0], [0, 0, 0]]

# %% answer="copies"
### BEGIN SOLUTION
original = {"list": [1, 2], "array": np.zeros(2)}
shallow = dict(original)
deep = copy.deepcopy(original)
alias = original
### END SOLUTION

# %% test="copies-test" points=2
assert alias is original
assert shallow is not original and shallow["list"] is original["list"]
assert deep["list"] == original["list"] and deep["list"] is not original["list"]
assert shallow["array"] is original["array"]


# %% answer="add"
def add_item(item, items=None):
    """Append to the list that is given, or to a new one; return the list."""
    ### BEGIN SOLUTION
    items = [] if items is None else items
    items.append(item)
    return items
    ### END SOLUTION


# %% test="add-test" points=1
assert add_item(1) == [1] and add_item(2) == [2]
mine = [0]
assert add_item(5, mine) is mine and mine == [0, 5]

# %% answer="cycle"
### BEGIN SOLUTION
loop = [1]
loop.append(loop)
pair = (array, array)
### END SOLUTION

# %% test="cycle-test" points=1
assert loop[1] is loop
assert pair[0] is pair[1]
