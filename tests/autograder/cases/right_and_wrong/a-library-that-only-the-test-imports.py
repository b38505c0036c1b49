# %% [markdown]
# a library that only the test imports

# %% right
from sklearn.feature_extraction.text import CountVectorizer

v = CountVectorizer(max_features=1)
X = v.fit_transform(["a cat", "the cat"])

# %% wrong
v = "CountVectorizer"
X = np.ones(2)

# %% test
from sklearn.feature_extraction.text import CountVectorizer
import sklearn.feature_extraction.text as text

assert isinstance(v, CountVectorizer) and isinstance(v, text.CountVectorizer)
assert v.vocabulary_ == {"cat": 0} and X.sum() == 2
