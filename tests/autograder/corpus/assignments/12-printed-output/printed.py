# %% setup="imports"
import contextlib
import io
import sys


# %% answer="triangle"
def triangle(n):
    """Print a triangle of stars, with 1 to n of them in a line."""
    ### BEGIN SOLUTION
    for k in range(1, n + 1):
        print("*" * k)
    ### END SOLUTION


# %% test="triangle-test" points=2
out = io.StringIO()
with contextlib.redirect_stdout(out):
    triangle(3)
assert out.getvalue() == "*\n**\n***\n"

# %% test="triangle-empty" points=1
with contextlib.redirect_stdout(io.StringIO()) as out:
    triangle(0)
assert out.getvalue().strip() == ""


# %% answer="table"
def table(rows):
    """Print each row, its cells in columns of eight characters, the numbers to the right."""
    ### BEGIN SOLUTION
    for name, number in rows:
        print(f"{name:<8}{number:>8.2f}")
    ### END SOLUTION


# %% test="table-test" points=2
kept, sys.stdout = sys.stdout, io.StringIO()
try:
    table([("rent", 500), ("tea", 2.5)])
    printed = sys.stdout.getvalue()
finally:
    sys.stdout = kept
assert printed.splitlines() == ["rent      500.00", "tea         2.50"]


# %% answer="fizz"
def fizz(n):
    """Count to n; "fizz" stands for multiples of 3, "buzz" for those of 5."""
    ### BEGIN SOLUTION
    for k in range(1, n + 1):
        print(("fizz" * (k % 3 == 0) + "buzz" * (k % 5 == 0)) or k)
    ### END SOLUTION


# %% test="fizz-test" points=1
f = io.StringIO()
with contextlib.redirect_stdout(f):
    fizz(15)
words = f.getvalue().split()
assert words[:5] == ["1", "2", "fizz", "4", "buzz"]
assert words[-1] == "fizzbuzz"

# %% test="fizz-captured" points=1
# %%capture seen
fizz(3)

# %% test="fizz-captured-test" points=1
assert seen.stdout == "1\n2\nfizz\n"
