# %% [markdown]
# a class derived from dict that answers for missing keys

# %% right
class Tally(dict):
    def __missing__(self, key):
        return 0

    def add(self, key):
        self[key] = self[key] + 1
        return self


class Shout(str):
    def upper(self):
        return super().upper() + "!"

    def __eq__(self, other):
        return str.lower(self) == str(other).lower()

    __hash__ = str.__hash__


# %% wrong
class Tally(dict):
    def __missing__(self, key):
        return 1

    def add(self, key):
        self[key] = 0
        return self


class Shout(str):
    pass


# %% test
t = Tally(a=2)
assert t["b"] == 0 and t["a"] == 2 and t.get("b") is None
t.add("a").add("c")
t["d"] = 7
t.update(e=8)
assert t == {"a": 3, "c": 1, "d": 7, "e": 8} and len(t) == 4 and sorted(t) == list("acde")
assert t.pop("d") == 7 and "d" not in t and t.setdefault("f", []) == []
assert Tally({"a": 1}) == dict(a=1) and sum(t.values() if t.pop("f") == [] else [0]) == 12
s = Shout("ab")
assert s.upper() == "AB!" and s == "AB" and s.title() == "Ab" and s.split("b") == ["a", ""]
