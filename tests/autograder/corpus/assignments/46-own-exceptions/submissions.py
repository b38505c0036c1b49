# %% by="no-family" answer="errors"
class BankError(Exception):
    code = 0


class NoMoney(Exception):
    code = 1
    missing = 5


class NoAccount(Exception):
    code = 2


# %% by="no-message" answer="errors"
class BankError(Exception):
    code = 0


class NoMoney(BankError):
    code = 1

    def __init__(self, missing):
        self.missing = missing

    def __str__(self):
        return "no money"


class NoAccount(BankError):
    code = 2


# %% by="prints-instead" answer="bank"
class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, name):
        self.accounts[name] = 0

    def pay_in(self, name, amount):
        if name not in self.accounts:
            print("no account")
        else:
            self.accounts[name] += amount

    def pay_out(self, name, amount):
        if self.accounts.get(name, 0) < amount:
            print("no money")
        self.accounts[name] -= amount

    def balance(self, name):
        return self.accounts.get(name)


# %% by="pays-first" answer="bank"
class Bank(dict):
    def open(self, name):
        self[name] = 0

    def balance(self, name):
        if name not in self:
            raise NoAccount(name)
        return self[name]

    def pay_in(self, name, amount):
        self[name] = self.balance(name) + abs(amount)

    def pay_out(self, name, amount):
        self[name] = self.balance(name) - amount
        if self[name] < 0:
            raise NoMoney(-self[name])


# %% by="noisy" after="bank"
b = Bank()
b.pay_in("zoe", 1)
