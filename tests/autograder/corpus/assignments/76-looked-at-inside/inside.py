# %% setup="imports"
import ast
import builtins
import contextlib
import hashlib
import inspect
import io
from unittest import mock

# %% answer="stock"
# A global dict `stock` (tea 3, milk 1), a global list `history`, and sell(name, n=1), which takes
# from the stock, notes (name, n) in the history and returns what is left. ValueError where there
# is not enough; then nothing changes. A global number `sold` counts pieces.
### BEGIN SOLUTION
stock = {"tea": 3, "milk": 1}
history = []
sold = 0


def sell(name, n=1):
    """Sell n pieces of something.

    Returns what is left.
    """
    global sold
    if stock.get(name, 0) < n:
        raise ValueError(f"only {stock.get(name, 0)} of {name}")
    stock[name] -= n
    history.append((name, n))
    sold += n
    return stock[name]


### END SOLUTION

# %% test="stock-changed" points=2
assert stock == {"tea": 3, "milk": 1} and history == [] and sold == 0
assert sell("tea") == 2
assert stock["tea"] == 2 and history == [("tea", 1)] and sold == 1
assert sell("tea", n=2) == 0 and stock["tea"] == 0 and sold == 3
assert history[-1] == ("tea", 2) and len(history) == 2

# %% test="stock-error" points=1
before = dict(stock), list(history), sold
try:
    sell("milk", 5)
except ValueError as error:
    message = str(error)
else:
    message = "no error"
assert message == "only 1 of milk", message
assert (stock, history, sold) == before

# %% test="stock-reset" points=1
stock["cake"] = 2
history.clear()
sold = 10
assert sell("cake") == 1 and history == [("cake", 1)] and sold == 11

# %% test="sell-described" points=2
signature = inspect.signature(sell)
assert str(signature) == "(name, n=1)"
assert signature.parameters["n"].default == 1 and sell.__defaults__ == (1,)
assert inspect.getdoc(sell).splitlines()[0].startswith("Sell") and sell.__doc__.strip()
assert sell.__name__ == "sell" and callable(sell) and inspect.isfunction(sell)
assert sell.__code__.co_argcount == 2 and "name" in sell.__code__.co_varnames
tree = ast.parse(inspect.getsource(sell))
assert isinstance(tree.body[0], ast.FunctionDef)
assert any(isinstance(node, ast.Raise) for node in ast.walk(tree)), "use raise"
assert not any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(tree)), "no loops"


# %% answer="ask"
def ask_all(questions):
    """Ask each question until there is an answer; print "again" before each other time."""
    ### BEGIN SOLUTION
    answers = {}
    for question in questions:
        while not (answer := input(question + "? ").strip()):
            print("again")
        answers[question] = answer
    return answers
    ### END SOLUTION


# %% test="ask-iterator" points=2
replies = iter(["Ann", "", "  ", "Kiel"])
prompts = []


def fake_input(prompt=""):
    prompts.append(prompt)
    return next(replies)


real = builtins.input
builtins.input = fake_input
out = io.StringIO()
try:
    with contextlib.redirect_stdout(out):
        answers = ask_all(["name", "city"])
finally:
    builtins.input = real
assert answers == {"name": "Ann", "city": "Kiel"}
assert prompts == ["name? ", "city? ", "city? ", "city? "]
assert out.getvalue().count("again") == 2 and next(replies, None) is None

# %% test="ask-mocked" points=1
with (
    mock.patch("builtins.input", side_effect=["x", "y"]) as asked,
    mock.patch("builtins.print") as p,
):
    assert ask_all(["a", "b"]) == {"a": "x", "b": "y"}
assert asked.call_count == 2 and not p.called
assert asked.call_args_list[0] == mock.call("a? ")
with mock.patch("builtins.input", side_effect=["", "y"]), mock.patch("builtins.print") as p:
    ask_all(["a"])
p.assert_called_once_with("again")

# %% answer="functions"
# `operations`: a list of three functions of one number: double, square, negate. compose(f, g)
# returns x -> f(g(x)); counter() returns a function that counts its calls by nonlocal.
### BEGIN SOLUTION
operations = [lambda x: 2 * x, lambda x: x**2, lambda x: -x]


def compose(f, g):
    return lambda x: f(g(x))


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


### END SOLUTION


# %% test="functions-list" points=2
def check_all(functions, cases):
    for function, (given, expected_result) in zip(functions, cases, strict=True):
        result = function(given)
        assert result == expected_result, f"{given} gives {result}, not {expected_result}"


check_all(operations, [(4, 8), (5, 25), (1, -1)])
double, square, negate = operations
assert compose(double, square)(3) == 18 and compose(square, double)(3) == 36
assert compose(str, len)("abc") == "3" and compose(lambda x: x + 1, negate)(1) == 0
chain = lambda x: x
for operation in operations:
    chain = compose(operation, chain)
assert chain(3) == -36

# %% test="functions-counter" points=2
a, b = counter(), counter()
assert [a(), a(), a(by=5), b()] == [1, 2, 7, 1]
assert a.__closure__ and a.__code__.co_freevars == ("count",)
assert a.__closure__[0].cell_contents == 7
assert inspect.getclosurevars(a).nonlocals == {"count": 7}

# %% answer="secret"
# `word`: the opposite of "open" in small letters; `number`: 6 times 7.
### BEGIN SOLUTION
word, number = "closed", 42
### END SOLUTION


# %% test="secret-hashed" points=1
def digest(value):
    return hashlib.sha256(str(value).strip().lower().encode()).hexdigest()[:12]


assert digest(word) == "c3eefb58d7c4", "not this word"
assert digest(number) == "73475cb40a56" and type(number) is int
assert "word" in globals() and "number" in dir() and "no_such_name" not in globals()

# %% test="secret-score" points=3
score = 0
for condition in (
    lambda: word.islower(),
    lambda: number % 2 == 0,
    lambda: len(word) == number // 7,
):
    try:
        score += bool(condition())
    except Exception as error:
        print("not yet:", error)
assert score >= 1
score
