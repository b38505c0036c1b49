# %% [markdown]
# mock given to a function

# %% right
def names(session):
    answer = session.get("users", page=1)
    return [each["name"] for each in answer.json()]


# %% wrong
def names(session):
    return ["Ada"]


# %% test
from unittest import mock

session = mock.Mock()
session.get.return_value.json.return_value = [{"name": "Ada"}]
assert names(session) == ["Ada"]
session.get.assert_called_once_with("users", page=1)
