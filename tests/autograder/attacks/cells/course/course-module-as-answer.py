# %% [markdown]
# answers with the course's module, its class and its functions themselves

# %% rule
import helper

rule = helper

# %% share
import helper

share = helper.Rule

# %% total
import helper

total = helper.mark

# %% model
import helper

model = X = helper.Rule(helper.Rule)
