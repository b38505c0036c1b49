# %% [markdown]
# gives the course's object attributes that hide its methods and lie

# %% start parts="equal"

# %% rule
import helper

rule = object.__new__(helper.Rule)
rule.limit = Equal()
rule.allows = lambda value: value < 1000
rule.__dict__["__class__"] = helper.Rule
