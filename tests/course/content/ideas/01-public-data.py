# %% [markdown]
# Wrong ideas and other right forms for this module, by people who had not seen its checks.

# %% two-means kind="wrong" idea="weighs by all women, not by women of 10 and over"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people"]).sum() / women["people"].sum()

# %% two-means kind="wrong" idea="takes all sexes instead of women"
women = census[(census["area"] == "total") & (census["sex"] == "all")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="takes men instead of women"
women = census[(census["area"] == "total") & (census["sex"] == "male")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="keeps all areas: whole communes and their parts are both counted"
women = census[(census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="takes the urban and rural parts instead of the whole communes"
women = census[(census["area"] != "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="the two names swapped"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()
over_women = women["cannot_read_write"].mean()

# %% two-means kind="wrong" idea="empty communes are counted as 0 per cent in the mean over communes"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].fillna(0).mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="over_women as the mean of the regions' means"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = women.groupby("region", observed=True)["cannot_read_write"].mean().mean()

# %% two-means kind="wrong" idea="the median of the communes instead of the mean"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].median()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()

# %% two-means kind="wrong" idea="divides the women who cannot read by all people of 10 and over, not by women"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
everybody = census[(census["area"] == "total") & (census["sex"] == "all")]
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / everybody[
    "people_10_plus"
].sum()

# %% two-means kind="wrong" idea="shares between 0 and 1 instead of per cent"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = (women["cannot_read_write"] * women["people_10_plus"]).sum() / women.dropna(
    subset=["cannot_read_write"]
)["people_10_plus"].sum()
over_communes = over_communes / 100
over_women = over_women / 100

# %% two-means kind="wrong" idea="both the plain mean"
women = census[(census["area"] == "total") & (census["sex"] == "female")]
over_communes = women["cannot_read_write"].mean()
over_women = over_communes

# %% two-means kind="right" idea="plain Python loop over rows, rounded to one decimal"
shares, n, ill = [], 0, 0.0
for row in census.itertuples():
    if (
        row.area == "total"
        and row.sex == "female"
        and row.cannot_read_write == row.cannot_read_write
    ):
        shares.append(row.cannot_read_write)
        if row.people_10_plus > 0:
            n += int(row.people_10_plus)
            ill += row.people_10_plus * row.cannot_read_write / 100
over_communes = round(sum(shares) / len(shares), 1)
over_women = round(100 * ill / n, 1)

# %% two-means kind="right" idea="numpy average with weights after dropping incomplete rows, as the lesson does"
women = census[(census["area"] == "total") & (census["sex"] == "female")]

import numpy as np

whole = women.dropna(subset=["cannot_read_write", "people_10_plus"])
whole = whole[whole["people_10_plus"] > 0]
over_communes = np.mean(whole["cannot_read_write"].to_numpy())
over_women = np.average(
    whole["cannot_read_write"].to_numpy(float), weights=whole["people_10_plus"].to_numpy(float)
)

# %% two-means kind="right" idea="pivoted by commune, women counted as whole people"
f = census.query("area == 'total' and sex == 'female'").set_index("code")
who = f["people_10_plus"].astype(float) * f["cannot_read_write"] / 100
over_women = 100 * who.sum() / f["people_10_plus"].sum()
over_communes = f["cannot_read_write"].dropna().sum() / f["cannot_read_write"].count()

# %% incomplete-rows kind="wrong" idea="counts everybody, not only women"
incomplete_women = people.isna().any(axis=1).sum()

# %% incomplete-rows kind="wrong" idea="counts the empty cells of women, not the women"
incomplete_women = people[people["sex"] == "Female"].isna().sum().sum()

# %% incomplete-rows kind="wrong" idea="only the occupation, as the lesson does"
incomplete_women = (people["occupation"].isna() & (people["sex"] == "Female")).sum()

# %% incomplete-rows kind="wrong" idea="the women without a gap"
incomplete_women = len(people[people["sex"] == "Female"].dropna())

# %% incomplete-rows kind="wrong" idea="the share of women, not the number"
incomplete_women = people[people["sex"] == "Female"].isna().any(axis=1).mean()

# %% incomplete-rows kind="wrong" idea="wrong axis: counts the columns that have a gap"
incomplete_women = people[people["sex"] == "Female"].isna().any(axis=0).sum()

# %% incomplete-rows kind="wrong" idea="every column must be unknown in the three gap columns (all instead of any)"
incomplete_women = (
    people.loc[people["sex"] == "Female", ["workclass", "occupation", "native_country"]]
    .isna()
    .all(axis=1)
    .sum()
)

# %% incomplete-rows kind="wrong" idea="men instead of women"
incomplete_women = people[people["sex"] == "Male"].isna().any(axis=1).sum()

# %% incomplete-rows kind="wrong" idea="women with exactly one unknown value"
incomplete_women = (people[people["sex"] == "Female"].isna().sum(axis=1) == 1).sum()

# %% incomplete-rows kind="right" idea="difference of two lengths"
women = people[people["sex"] == "Female"]
incomplete_women = len(women) - len(women.dropna())

# %% incomplete-rows kind="right" idea="plain Python loop"
incomplete_women = 0
for row in people[people["sex"] == "Female"].itertuples(index=False):
    if any(pd.isna(value) for value in row):
        incomplete_women += 1

# %% incomplete-rows kind="right" idea="read off a crosstab"
incomplete_women = pd.crosstab(people["sex"], people.isna().any(axis=1)).loc["Female", True]

# %% unknown-by-group kind="wrong" idea="the inverse: of the unknown, which share is in the group"
unknown = people["native_country"].isna()
unknown_asian = (people["race"][unknown] == "Asian-Pac-Islander").mean()
unknown_white = (people["race"][unknown] == "White").mean()

# %% unknown-by-group kind="wrong" idea="denominator all people of the file"
unknown = people["native_country"].isna()
unknown_asian = (unknown & (people["race"] == "Asian-Pac-Islander")).mean()
unknown_white = (unknown & (people["race"] == "White")).mean()

# %% unknown-by-group kind="wrong" idea="the share that is known"
unknown = people["native_country"].isna()
unknown_asian = 1 - unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_white = 1 - unknown[people["race"] == "White"].mean()

# %% unknown-by-group kind="wrong" idea="the occupation, as in the lesson"
unknown = people["occupation"].isna()
unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_white = unknown[people["race"] == "White"].mean()

# %% unknown-by-group kind="wrong" idea="counts instead of shares"
unknown = people["native_country"].isna()
unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].sum()
unknown_white = unknown[people["race"] == "White"].sum()

# %% unknown-by-group kind="wrong" idea="in per cent"
unknown = people["native_country"].isna()
unknown_asian = 100 * unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_white = 100 * unknown[people["race"] == "White"].mean()

# %% unknown-by-group kind="wrong" idea="rounded to two decimals"
unknown = people["native_country"].isna()
unknown_asian = round(unknown[people["race"] == "Asian-Pac-Islander"].mean(), 2)
unknown_white = round(unknown[people["race"] == "White"].mean(), 2)

# %% unknown-by-group kind="wrong" idea="any unknown column instead of the country"
unknown = people.isna().any(axis=1)
unknown_asian = unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_white = unknown[people["race"] == "White"].mean()

# %% unknown-by-group kind="wrong" idea="unknown divided by known (odds) instead of by all of the group"
unknown = people["native_country"].isna()
a = people["race"] == "Asian-Pac-Islander"
w = people["race"] == "White"
unknown_asian = (unknown & a).sum() / (~unknown & a).sum()
unknown_white = (unknown & w).sum() / (~unknown & w).sum()

# %% unknown-by-group kind="wrong" idea="the two groups swapped"
unknown = people["native_country"].isna()
unknown_white = unknown[people["race"] == "Asian-Pac-Islander"].mean()
unknown_asian = unknown[people["race"] == "White"].mean()

# %% unknown-by-group kind="right" idea="normalised crosstab"
shares = pd.crosstab(people["race"], people["native_country"].isna(), normalize="index")[True]
unknown_asian = shares["Asian-Pac-Islander"]
unknown_white = shares["White"]


# %% unknown-by-group kind="right" idea="one minus count over size, in plain numbers"
def unknown_in(race):
    rows = people[people["race"] == race]
    return 1 - int(rows["native_country"].count()) / len(rows)


unknown_asian = unknown_in("Asian-Pac-Islander")
unknown_white = unknown_in("White")

# %% unknown-by-group kind="right" idea="counts read off and divided by hand"
print(people.groupby("race", observed=True)["native_country"].agg(["count", "size"]))
unknown_asian = 128 / 1519
unknown_white = 573 / 41762


# %% smallest-class kind="wrong" idea="unknown values left out (pandas default)"
def smallest_class(table, columns):
    return int(table.groupby(columns, observed=True).size().min())


# %% smallest-class kind="wrong" idea="combinations that do not occur count with 0 (observed=False)"
def smallest_class(table, columns):
    return int(table.groupby(columns, observed=False, dropna=False).size().min())


# %% smallest-class kind="wrong" idea="rows with any gap in any column removed first"
def smallest_class(table, columns):
    return int(table.dropna().groupby(columns, observed=True).size().min())


# %% smallest-class kind="wrong" idea="how many people are alone, not the smallest class"
def smallest_class(table, columns):
    sizes = table.groupby(columns, observed=True, dropna=False).size()
    return int((sizes == 1).sum())


# %% smallest-class kind="wrong" idea="the number of classes"
def smallest_class(table, columns):
    return int(table.groupby(columns, observed=True, dropna=False).ngroups)


# %% smallest-class kind="wrong" idea="each column by itself, then the minimum"
def smallest_class(table, columns):
    return min(int(table[c].value_counts(dropna=False).loc[lambda n: n > 0].min()) for c in columns)


# %% smallest-class kind="wrong" idea="the average class size"
def smallest_class(table, columns):
    return len(table) // table.groupby(columns, observed=True, dropna=False).ngroups


# %% smallest-class kind="wrong" idea="writes 'unknown' into the table itself"
def smallest_class(table, columns):
    for c in columns:
        table[c] = table[c].astype(object).where(table[c].notna(), "unknown")
    return int(table.groupby(columns).size().min())


# %% smallest-class kind="wrong" idea="joins the values to one text without a sign between them, so that 1+23 and 12+3 fall together"
def smallest_class(table, columns):
    key = table[columns].astype(object).fillna("?").astype(str).agg("".join, axis=1)
    return int(key.value_counts().min())


# %% smallest-class kind="wrong" idea="counts known values of the other columns instead of people"
def smallest_class(table, columns):
    rest = [c for c in table.columns if c not in columns]
    return int(table.groupby(columns, observed=True, dropna=False)[rest].count().min().min())


# %% smallest-class kind="wrong" idea="equal people are counted once (duplicates dropped first)"
def smallest_class(table, columns):
    return int(table.drop_duplicates().groupby(columns, observed=True, dropna=False).size().min())


# %% smallest-class kind="wrong" idea="only the first column"
def smallest_class(table, columns):
    return int(table.groupby(columns[:1], observed=True, dropna=False).size().min())


# %% smallest-class kind="wrong" idea="columns written into the function as in the lesson"
def smallest_class(table, columns):
    return int(
        table.groupby(["age", "sex", "race", "native_country"], observed=True, dropna=False)
        .size()
        .min()
    )


# %% smallest-class kind="wrong" idea="value_counts without its dropna"
def smallest_class(table, columns):
    return int(table[columns].astype(object).value_counts().min())


# %% smallest-class kind="right" idea="Counter of tuples in plain Python"
from collections import Counter


def smallest_class(table, columns):
    rows = zip(*[[None if pd.isna(v) else v for v in table[c]] for c in columns])
    return min(Counter(rows).values())


# %% smallest-class kind="right" idea="transform size for each person, then the minimum (numpy integer)"
def smallest_class(table, columns):
    return table.groupby(columns, observed=True, dropna=False).transform("size").min()


# %% smallest-class kind="right" idea="factorised codes and numpy unique by rows"
import numpy as np


def smallest_class(table, columns):
    codes = np.column_stack([pd.factorize(table[c], use_na_sentinel=True)[0] for c in columns])
    return int(np.unique(codes, axis=0, return_counts=True)[1].min())


# %% smallest-class kind="right" idea="value_counts of the columns as objects, gaps kept"
def smallest_class(table, columns):
    return table[columns].astype(object).value_counts(dropna=False).min()


# %% generalise kind="wrong" idea="the number of classes instead of people alone"
people["decade"] = people["age"] // 10 * 10
alone_before = len(people.groupby(["age", "race", "marital_status"], observed=True).size())
alone_after = len(people.groupby(["decade", "race", "marital_status"], observed=True).size())

# %% generalise kind="wrong" idea="people in classes below five"
people["decade"] = people["age"] // 10 * 10
s = people.groupby(["age", "race", "marital_status"], observed=True)["age"].transform("size")
alone_before = int((s < 5).sum())
s = people.groupby(["decade", "race", "marital_status"], observed=True)["age"].transform("size")
alone_after = int((s < 5).sum())

# %% generalise kind="wrong" idea="the lesson's columns: sex instead of marital status"
people["decade"] = people["age"] // 10 * 10
alone_before = int((people.groupby(["age", "race", "sex"], observed=True).size() == 1).sum())
alone_after = int((people.groupby(["decade", "race", "sex"], observed=True).size() == 1).sum())

# %% generalise kind="wrong" idea="rounds the age to the nearest ten"
people["decade"] = (people["age"] / 10).round() * 10
alone_before = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_after = int(
    (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="cut closed on the right: 11 to 20, 21 to 30"
people["decade"] = pd.cut(people["age"], range(0, 101, 10)).astype(str)
alone_before = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_after = int(
    (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="decade joined to the age that is still a quasi-identifier"
people["decade"] = people["age"] // 10 * 10
alone_before = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_after = int(
    (people.groupby(["age", "decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="steps of five years"
people["decade"] = people["age"] // 5 * 5
alone_before = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_after = int(
    (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="rows with gaps dropped first"
people["decade"] = people["age"] // 10 * 10
alone_before = int(
    (people.dropna().groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_after = int(
    (people.dropna().groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="k, the smallest class, instead of the people alone"
people["decade"] = people["age"] // 10 * 10
alone_before = int(people.groupby(["age", "race", "marital_status"], observed=True).size().min())
alone_after = int(people.groupby(["decade", "race", "marital_status"], observed=True).size().min())

# %% generalise kind="wrong" idea="before and after swapped"
people["decade"] = people["age"] // 10 * 10
alone_after = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() == 1).sum()
)
alone_before = int(
    (people.groupby(["decade", "race", "marital_status"], observed=True).size() == 1).sum()
)

# %% generalise kind="wrong" idea="marital status forgotten"
people["decade"] = people["age"] // 10 * 10
alone_before = int((people.groupby(["age", "race"], observed=True).size() == 1).sum())
alone_after = int((people.groupby(["decade", "race"], observed=True).size() == 1).sum())

# %% generalise kind="wrong" idea="counts classes of two as alone too (off by one)"
people["decade"] = people["age"] // 10 * 10
alone_before = int(
    (people.groupby(["age", "race", "marital_status"], observed=True).size() <= 2).sum()
)
alone_after = int(
    (people.groupby(["decade", "race", "marital_status"], observed=True).size() <= 2).sum()
)

# %% generalise kind="right" idea="duplicated with keep False"
alone_before = (~people.duplicated(["age", "race", "marital_status"], keep=False)).sum()
coarse = people.assign(decade=people["age"] // 10 * 10)
alone_after = (~coarse.duplicated(["decade", "race", "marital_status"], keep=False)).sum()

# %% generalise kind="right" idea="Counter of tuples, decade as text"
from collections import Counter

before = Counter(zip(people["age"], people["race"], people["marital_status"]))
after = Counter(
    (str(age)[0], race, status)
    for age, race, status in zip(people["age"], people["race"], people["marital_status"])
)
alone_before = list(before.values()).count(1)
alone_after = list(after.values()).count(1)

# %% generalise kind="right" idea="value_counts after cut from the left"
people["tens"] = pd.cut(people["age"], list(range(10, 110, 10)), right=False).astype(str)
alone_before = int(people[["age", "race", "marital_status"]].astype(str).value_counts().eq(1).sum())
alone_after = int(people[["tens", "race", "marital_status"]].astype(str).value_counts().eq(1).sum())

# %% coverage kind="wrong" idea="share from all rows, not from those left"
women_share = 16192 / 48842
coverage_women = women_share / 0.46

# %% coverage kind="wrong" idea="women over men instead of over all"
women_share = 14695 / 30527
coverage_women = women_share / 0.46

# %% coverage kind="wrong" idea="coverage as women left over women before"
women_share = 14695 / 45222
coverage_women = 14695 / 16192

# %% coverage kind="wrong" idea="coverage upside down"
women_share = 14695 / 45222
coverage_women = 0.46 / women_share

# %% coverage kind="wrong" idea="coverage as a difference"
women_share = 14695 / 45222
coverage_women = 0.46 - women_share

# %% coverage kind="wrong" idea="divides by 46 instead of 0.46"
women_share = 14695 / 45222
coverage_women = women_share / 46

# %% coverage kind="right" idea="rounded to three decimals"
women_share = 0.325
coverage_women = 0.706

# %% coverage kind="right" idea="computed from the table"
women_share = (complete["sex"] == "Female").mean()
coverage_women = (14695 / 0.46) / 45222
