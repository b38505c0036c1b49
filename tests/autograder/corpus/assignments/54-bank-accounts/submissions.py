# %% by="simple-interest" answer="savings"
class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        Account.__init__(self, owner, balance)
        self.rate = rate
        self.start = balance

    def add_interest(self):
        self._balance += self.start * self.rate

    def __str__(self):
        return f"{self.owner}: {self.balance}"


# %% by="not-derived" answer="savings"
class Savings:
    def __init__(self, owner, balance=0, rate=0.02):
        self.owner, self.balance, self.rate = owner, balance, rate

    def deposit(self, amount):
        self.balance += amount
        return self

    def add_interest(self):
        return self.deposit(self.balance * self.rate)


# %% by="into-debt" answer="transfer"
def transfer(start, goal, amount):
    start.deposit(-amount)
    goal.deposit(amount)
    return start.balance >= 0


# %% by="sets-the-attribute" answer="transfer"
def transfer(start, goal, amount):
    if start.balance >= amount:
        start._balance, goal._balance = start._balance - amount, amount
        return True


# %% by="noisy" after="savings"
print(Savings("me", 3), Account.number)
