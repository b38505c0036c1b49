# %% [markdown]
# an exception that the test raises

# %% right
class Low(ValueError):
    def __init__(self, need):
        super().__init__(f"need {need}")
        self.need = need


# %% wrong
class Low(ValueError):
    need = 5


# %% test
try:
    raise Low(5)
except ValueError as e:
    assert e.args == ("need 5",) and e.need == 5 and str(e) == "need 5"
