# %% [markdown]
# opens what others handed in and what they got

# %% start parts="look"
for part in ("submitted", "autograded", "feedback"):
    walk("@COURSE@/" + part)
