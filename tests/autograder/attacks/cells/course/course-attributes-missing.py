# %% [markdown]
# gives the course's object a limit that hides something

# %% rule
import helper

limits = [
    np.ma.masked,
    np.ma.masked_all(1),
    pd.NA,
    np.array([]),
    float("nan"),
    np.array([0, 1]),
    pd.Series([pd.NA]),
    "x",
    None,
    {},
    helper.Rule,
]
rule = helper.Rule(limits[hash("@NAME@") % len(limits)])
rules = [helper.Rule(each) for each in limits]
rule.limit, rule.other = np.ma.array([48152.0], mask=True), rules
