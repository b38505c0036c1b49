# %% by="other-diagonal" answer="diagonal"
for k in range(5):
    mark(4 * k + 4)


# %% by="a-column" answer="row"
def mark_row(row):
    for k in range(5):
        mark(row + 5 * k)
    return 5


# %% by="no-exception" answer="safe"
def try_to_mark(square):
    mark(square)
    return True


# %% by="never-marks" answer="safe"
def try_to_mark(square):
    return 0 <= square < 25


# %% by="never-marks" answer="diagonal"
diagonal = [0, 6, 12, 18, 24]

# %% by="noisy" after="diagonal"
print(is_marked(0), is_marked(1), board.history)
