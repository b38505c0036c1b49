# %% setup="base"
class Account:
    """An account of a bank; the course's own class, to be derived from."""

    number = 100

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account.number += 1
        self.number = Account.number

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        self._balance += amount
        return self


# %% answer="savings"
class Savings(Account):
    """An account with a rate of interest."""

    ### BEGIN SOLUTION
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        return self.deposit(self.balance * self.rate)

    def __lt__(self, other):
        return self.balance < other.balance

    def __str__(self):
        return f"{self.owner}: {self.balance:.2f}"

    ### END SOLUTION


# %% test="savings-isinstance" points=1
s = Savings("Kim", 100, 0.1)
assert isinstance(s, Account) and isinstance(s, Savings)
assert s.owner == "Kim" and s.rate == 0.1

# %% test="savings-interest" points=1
assert s.add_interest().balance == 110
assert s.deposit(10).add_interest() is s
assert round(s.balance, 6) == 132

# %% test="savings-read-only" points=1
try:
    s.balance = 5
except AttributeError:
    pass
else:
    raise AssertionError("a balance is not to be set")

# %% test="savings-sorted" points=1
accounts = [Savings("a", 3), Savings("b", 1), Savings("c", 2)]
assert [each.owner for each in sorted(accounts)] == ["b", "c", "a"]
assert str(min(accounts)) == "b: 1.00"

# %% test="base-class-of-the-test" points=1
plain = Account("Lee")
assert not isinstance(plain, Savings)
assert plain.deposit(4).balance == 4


# %% answer="transfer"
def transfer(start, goal, amount):
    """Move money from one account to another; nothing moves when there is not enough."""
    ### BEGIN SOLUTION
    if start.balance < amount:
        return False
    start.deposit(-amount)
    goal.deposit(amount)
    return True
    ### END SOLUTION


# %% test="transfer-learners" points=1
one, two = Savings("x", 10), Savings("y")
assert transfer(one, two, 4) is True
assert (one.balance, two.balance) == (6, 4)
assert transfer(one, two, 7) is False and one.balance == 6

# %% test="transfer-base" points=2
a, b = Account("p", 10), Account("q")
assert transfer(a, b, 10)
assert a.balance == 0 and b.balance == 10
assert transfer(a, b, 1) is False
