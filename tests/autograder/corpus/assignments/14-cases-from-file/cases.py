# %% setup="imports"
import json
from pathlib import Path

with open("cases.json") as file:
    cases = json.load(file)


# %% answer="roman"
def roman(n):
    """A number from 1 to 3999 in Roman numerals."""
    ### BEGIN SOLUTION
    signs = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]  # fmt: skip
    written = ""
    for value, sign in signs:
        times, n = divmod(n, value)
        written += sign * times
    return written
    ### END SOLUTION


# %% test="roman-test" points=3
wrong = [(n, roman(n)) for n, expected in cases["roman"] if roman(n) != expected]
assert not wrong, f"these are wrong: {wrong}"


# %% answer="palindrome"
def is_palindrome(text):
    """Whether the letters of a text read the same backwards; case does not count."""
    ### BEGIN SOLUTION
    letters = [letter for letter in text.lower() if letter.isalpha()]
    return letters == letters[::-1]
    ### END SOLUTION


# %% test="palindrome-test" points=2
for text, expected in json.loads(Path("cases.json").read_text())["palindrome"]:
    assert is_palindrome(text) is expected, text


# %% answer="collatz"
def collatz(n):
    """The number of steps from n to 1: halve even numbers, take 3n + 1 of odd ones."""
    ### BEGIN SOLUTION
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
    ### END SOLUTION


# %% test="collatz-test" points=1
for n, expected in cases["collatz"].items():
    got = collatz(int(n))
    assert got == expected, f"{n}: {got}, not {expected}"

# %% test="collatz-longest" points=1
### BEGIN HIDDEN TESTS
assert max(range(1, 300), key=collatz) == 231
### END HIDDEN TESTS
