# %% by="dates-are-text" answer="load"
spending = pd.read_csv("spending.csv")

# %% by="first-column-is-index" answer="load"
spending = pd.read_csv("spending.csv", index_col=0)


# %% by="means" answer="by-kind"
def by_kind(frame):
    return frame.groupby("kind")["amount"].mean().sort_values(ascending=False)


# %% by="means" answer="monthly"
monthly = spending.pivot_table(index=spending["date"].dt.month, columns="kind", values="amount")


# %% by="frame-and-old-numbers" answer="by-kind"
def by_kind(frame):
    return frame.groupby("kind")[["amount"]].sum()


# %% by="frame-and-old-numbers" answer="clean"
def clean(frame):
    frame.dropna(inplace=True)
    return frame.drop_duplicates()


# %% by="noisy" after="load"
spending.info()
spending.describe()

# %% by="noisy" after="by-kind"
by_kind(spending).plot.bar(title="Where it goes")
