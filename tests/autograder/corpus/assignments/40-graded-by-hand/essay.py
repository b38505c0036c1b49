# %% setup="imports"
import matplotlib.pyplot as plt

survey = {"walk": 31, "bike": 24, "bus": 17, "car": 28}

# %% answer="largest"
### BEGIN SOLUTION
largest = max(survey, key=survey.get)
### END SOLUTION

# %% test="largest-test" points=1
assert largest == "walk"

# %% written="chart" points=4
# Draw a chart that shows the answers well. A person grades it.
### BEGIN SOLUTION
ordered = sorted(survey, key=survey.get)
plt.barh(ordered, [survey[way] for way in ordered])
plt.xlabel("people")
### END SOLUTION

# %% [markdown] written="opinion" points=3
# ### BEGIN SOLUTION
# Bars show sizes better than slices do.
# ### END SOLUTION

# %% answer="shares"
### BEGIN SOLUTION
shares = {way: n / sum(survey.values()) for way, n in survey.items()}
### END SOLUTION

# %% test="shares-sum" points=1
assert abs(sum(shares.values()) - 1) < 1e-9

# %% test="shares-each" points=1
assert set(shares) == set(survey)
assert shares["bus"] == 0.17


# %% written="function" points=5
def most_alike(shares):
    """Two ways whose shares are closest. A person reads it, a test looks at it too."""
    ### BEGIN SOLUTION
    ordered = sorted(shares, key=shares.get)
    return min(zip(ordered, ordered[1:]), key=lambda pair: shares[pair[1]] - shares[pair[0]])
    ### END SOLUTION


# %% test="function-test" points=2
assert set(most_alike({"a": 0.1, "b": 0.5, "c": 0.55})) == {"b", "c"}
assert most_alike(shares) in [("car", "walk"), ("walk", "car")]
