# %% by="number-for-name" answer="largest"
largest = max(survey.values())

# %% by="percent" answer="shares"
shares = {way: 100 * n / sum(survey.values()) for way, n in survey.items()}

# %% by="fails-in-the-chart" answer="chart"
plt.barh(survey.keys(), survey["train"])

# %% by="fails-in-the-chart" answer="largest"
largest = "Walk"


# %% by="first-two" answer="function"
def most_alike(shares):
    return list(shares)[:2]


# %% [markdown] by="noisy" answer="opinion"
# I *think* **bars**. <b>Really</b> $x^2$

# %% by="noisy" after="chart"
plt.pie(survey.values())
