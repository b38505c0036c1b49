# %% setup="imports"
import builtins
from unittest.mock import patch


# %% answer="ask-number"
def ask_number(prompt):
    """Ask until a whole number is entered, and return it."""
    ### BEGIN SOLUTION
    while True:
        entered = input(prompt)
        try:
            return int(entered)
        except ValueError:
            print("That is not a whole number.")
    ### END SOLUTION


# %% test="ask-once" points=1
with patch("builtins.input", return_value="12"):
    assert ask_number("How many? ") == 12

# %% test="ask-again" points=2
answers = iter(["many", "3.5", "4"])
asked = []


def fake_input(prompt=""):
    asked.append(prompt)
    return next(answers)


kept = builtins.input
builtins.input = fake_input
try:
    assert ask_number("n: ") == 4
finally:
    builtins.input = kept
assert asked == ["n: "] * 3


# %% answer="greet"
def greet(name, times=1):
    """Print a greeting, once or more often."""
    ### BEGIN SOLUTION
    for _ in range(times):
        print(f"Good morning, {name}!")
    ### END SOLUTION


# %% test="greet-printed" points=1
with patch("builtins.print") as printed:
    greet("Ada")
printed.assert_called_once_with("Good morning, Ada!")

# %% test="greet-times" points=1
lines = []
with patch(
    "builtins.print", side_effect=lambda *words, **_: lines.append(" ".join(map(str, words)))
):
    result = greet("Bo", times=3)
assert lines == ["Good morning, Bo!"] * 3
assert result is None


# %% answer="menu"
def menu(options):
    """Print the numbered options, ask for a number, and return the option."""
    ### BEGIN SOLUTION
    for number, option in enumerate(options, start=1):
        print(number, option)
    return options[int(input("Which? ")) - 1]
    ### END SOLUTION


# %% test="menu-test" points=2
with patch("builtins.input", return_value="2") as question, patch("builtins.print") as printed:
    assert menu(["tea", "coffee"]) == "coffee"
assert question.call_count == 1
assert printed.call_count == 2
