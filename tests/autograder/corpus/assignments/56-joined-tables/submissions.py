# %% by="inner" answer="join"
joined = pd.merge(pupils, marks, left_on="id", right_on="pupil")

# %% by="by-id" answer="means"
means = joined.groupby("id").mean(numeric_only=True)["mark"]

# %% by="counts" answer="wide"
wide = pd.crosstab(marks["pupil"], marks["subject"])


# %% by="in-the-frame" answer="grade"
def with_grade(frame):
    frame["grade"] = frame["mark"].map({1: "good", 2: "good", 3: "fair"}).fillna("poor")
    return frame


# %% by="noisy" after="join"
display(joined)
print(joined.describe().to_string())
