# %% [markdown]
# a table and an array of the learner's own classes

# %% right
import pandas as pd
from typing import NamedTuple


class Ledger(pd.DataFrame):
    def total(self):
        return float(self["amount"].sum())

    def book(self, amount):
        self.loc[len(self)] = [amount]


class Signal(np.ndarray):
    def power(self):
        return float((np.asarray(self) ** 2).mean())


class Item(NamedTuple):
    name: str
    count: int
    index: int = 4

    def label(self):
        return f"{self.count} {self.name}"


ledger = Ledger({"amount": [1.0, 2.5]})
signal = np.array([3.0, 4.0]).view(Signal)

# %% wrong
import pandas as pd
from typing import NamedTuple


class Ledger(pd.DataFrame):
    def total(self):
        return 0.0

    def book(self, amount):
        pass


class Item(NamedTuple):
    count: str
    name: int


ledger = Ledger({"amount": [1.0]})
signal = np.zeros(2)

# %% test
import pandas as pd

assert ledger.total() == 3.5 and ledger.shape == (2, 1) and list(ledger.columns) == ["amount"]
ledger.book(4.0)
assert len(ledger) == 3 and ledger["amount"].tolist() == [1.0, 2.5, 4.0]
ledger.loc[0, "amount"] = 10.0
ledger["tax"] = 1.0
assert ledger.total() == 16.5 and ledger.sum().tolist() == [16.5, 3.0]
assert ledger.merge(pd.DataFrame({"amount": [4.0], "who": ["Ann"]}))["who"].tolist() == ["Ann"]
pd.testing.assert_series_equal(ledger["tax"], pd.Series([1.0] * 3, name="tax"))
assert signal.power() == 12.5 and signal.max() == 4 and (signal + 1).tolist() == [4.0, 5.0]
signal[0] = 0.0
assert signal.power() == 8.0 and signal.sum() == 4 and signal[1] == 4
i = Item("pen", 3)
assert i.count == 3 and i.index == 4 and i.label() == "3 pen" and i == ("pen", 3, 4)
assert i._replace(count=2).label() == "2 pen" and i[1] == 3 and "pen" in i
