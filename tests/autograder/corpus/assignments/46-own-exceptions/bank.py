# %% answer="errors"
# `BankError`, an exception with a `code`, and its children `NoMoney` (code 1) and `NoAccount`
# (code 2). NoMoney says how much is missing: NoMoney(5).missing is 5.
### BEGIN SOLUTION
class BankError(Exception):
    code = 0


class NoMoney(BankError):
    code = 1

    def __init__(self, missing):
        super().__init__(f"{missing} is missing")
        self.missing = missing


class NoAccount(BankError, KeyError):
    code = 2


### END SOLUTION

# %% test="errors-classes" points=1
assert issubclass(NoMoney, BankError) and issubclass(NoAccount, BankError)
assert issubclass(BankError, Exception) and not issubclass(NoMoney, NoAccount)
assert (BankError.code, NoMoney.code, NoAccount.code) == (0, 1, 2)

# %% test="errors-raised" points=1
try:
    raise NoMoney(5)
except BankError as error:
    assert error.missing == 5 and "5" in str(error)


# %% answer="bank"
class Bank:
    """Accounts with money: open(name), pay_in(name, sum), pay_out(name, sum), balance(name)."""

    ### BEGIN SOLUTION
    def __init__(self):
        self._accounts = {}

    def open(self, name):
        self._accounts[name] = 0

    def pay_in(self, name, amount):
        if amount <= 0:
            raise ValueError("a sum is positive")
        self._accounts[name] = self.balance(name) + amount

    def pay_out(self, name, amount):
        if amount > self.balance(name):
            raise NoMoney(amount - self.balance(name))
        self._accounts[name] -= amount

    def balance(self, name):
        try:
            return self._accounts[name]
        except KeyError:
            raise NoAccount(name) from None

    ### END SOLUTION


# %% test="bank-normal" points=1
bank = Bank()
bank.open("ann")
bank.pay_in("ann", 50)
bank.pay_out("ann", 20)
assert bank.balance("ann") == 30

# %% test="bank-no-money" points=2
try:
    bank.pay_out("ann", 100)
except NoMoney as error:
    assert error.missing == 70
    assert type(error).__name__ == "NoMoney"
else:
    raise AssertionError("there is not so much")
assert bank.balance("ann") == 30

# %% test="bank-no-account" points=1
for action in (bank.balance, lambda name: bank.pay_in(name, 1), lambda name: bank.pay_out(name, 1)):
    try:
        action("nobody")
        raise AssertionError("nobody has no account")
    except NoAccount:
        pass

# %% test="bank-order-of-handlers" points=1
try:
    bank.balance("nobody")
except KeyError as error:
    seen = "key"
except BankError:
    seen = "bank"
assert seen == "key"

# %% test="bank-value-error" points=1
try:
    bank.pay_in("ann", -5)
except BankError:
    raise AssertionError("this is a ValueError")
except ValueError:
    pass
else:
    assert False
