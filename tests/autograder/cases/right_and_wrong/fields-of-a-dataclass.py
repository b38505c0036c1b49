# %% [markdown]
# fields of a dataclass

# %% right
from dataclasses import dataclass, field


@dataclass
class P:
    x: int
    tags: list = field(default_factory=list)


p = P(1, ["a"])

# %% wrong
from dataclasses import dataclass


@dataclass
class P:
    x: int


p = P(1)

# %% test
import dataclasses

assert dataclasses.asdict(p) == {"x": 1, "tags": ["a"]}
assert [each.name for each in dataclasses.fields(P)] == ["x", "tags"]
assert dataclasses.replace(p, x=2).x == 2
