# %% setup="imports"
import pandas as pd

pupils = pd.DataFrame(
    {"id": [1, 2, 3, 4], "name": ["Ida", "Jon", "Kai", "Lea"], "school": ["N", "S", "N", "E"]}
)
marks = pd.DataFrame(
    {"pupil": [1, 1, 2, 3, 3, 3], "subject": list("MPMMPC"), "mark": [2, 1, 4, 3, 3, 1]}
)

# %% answer="join"
### BEGIN SOLUTION
joined = pupils.merge(marks, left_on="id", right_on="pupil", how="left")
### END SOLUTION

# %% test="join-test" points=2
assert joined.shape[0] == 7
assert joined["mark"].isna().sum() == 1
assert set(pupils.columns) <= set(joined.columns)
assert joined.loc[joined["name"] == "Lea", "subject"].isna().all()

# %% answer="means"
### BEGIN SOLUTION
means = joined.groupby("name")["mark"].mean()
### END SOLUTION

# %% test="means-test" points=1
expected = pd.Series({"Ida": 1.5, "Jon": 4.0, "Kai": 7 / 3, "Lea": float("nan")})
pd.testing.assert_series_equal(means, expected, check_names=False)

# %% answer="wide"
### BEGIN SOLUTION
wide = marks.pivot(index="pupil", columns="subject", values="mark")
### END SOLUTION

# %% test="wide-test" points=1
assert wide.loc[3].to_dict() == {"C": 1, "M": 3, "P": 3}
assert wide.shape == (3, 3) and wide.columns.name == "subject"


# %% answer="grade"
def with_grade(frame):
    """A copy with a column `grade`: "good" for marks of 1 and 2, "fair" for 3, else "poor"."""
    ### BEGIN SOLUTION
    grade = pd.cut(frame["mark"], [0, 2, 3, 6], labels=["good", "fair", "poor"])
    return frame.assign(grade=grade.astype(str))
    ### END SOLUTION


# %% test="grade-values" points=1
graded = with_grade(marks)
assert graded["grade"].tolist() == ["good", "good", "poor", "fair", "fair", "good"]
assert "grade" not in marks.columns

# %% test="grade-unchanged" points=1
pd.testing.assert_frame_equal(graded.drop(columns="grade"), marks)
assert graded is not marks
assert (graded.groupby("grade")["mark"].max() == pd.Series({"fair": 3, "good": 2, "poor": 4})).all()

# %% answer="best"
### BEGIN SOLUTION
best = marks.loc[marks.groupby("subject")["mark"].idxmin(), ["subject", "pupil"]]
### END SOLUTION

# %% test="best-test" points=1
assert dict(best.itertuples(index=False)) == {"M": 1, "P": 1, "C": 3}
assert best.equals(best.sort_values("subject"))
