# %% [markdown]
# has numpy's source of data, which removes a folder when it is dropped

# %% start parts="hidden-specials"
from numpy.lib import _datasource, npyio


class Answer(getattr(npyio, "DataSource", _datasource.DataSource)):
    def __init__(self):
        self._destpath, self._istmpdest = "/tmp", True


# %% end
print(seen)


# %% total
def total(values, weight):
    return Answer()


# %% share
share = Answer()
