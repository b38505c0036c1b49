# %% by="missing-key" answer="q1"
q1 = {"mean": 5.142857, "median": 4.0, "largest": 9}

# %% by="wrong-types" answer="q1"
q1 = {
    "mean": "5.14",
    "median": 4,
    "largest": 9.0,
    "twice": 4,
    "odd": [3, 1, 9, 7],
    "above": {n: n > 5 for n in data},
}

# %% by="sorted-middle" answer="q1"
q1 = dict(mean=np.mean(data), median=data[3] / 1, largest=max(data), twice=[4], odd=(3, 1, 9, 7))
q1["above"] = {1: False, 3: False, 4: False, 7: True, 8: True, 9: True}


# %% by="fails-on-empty" answer="q2"
def describe(numbers):
    return {
        "n": len(numbers),
        "low": sorted(numbers)[0],
        "high": sorted(numbers)[-1],
        "mean": np.mean(numbers),
    }


# %% by="noisy" after="q1"
print(q1)
describe([])["mean"]
