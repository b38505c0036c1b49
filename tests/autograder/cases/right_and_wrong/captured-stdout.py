# %% [markdown]
# captured stdout

# %% right
def say():
    print("hello")


# %% wrong
def say():
    print("bye")


# %% test
import io, sys
from contextlib import redirect_stdout

out = io.StringIO()
with redirect_stdout(out):
    say()
assert out.getvalue() == "hello\n"
old, sys.stdout = sys.stdout, io.StringIO()
try:
    say()
    got = sys.stdout.getvalue()
finally:
    sys.stdout = old
assert got == "hello\n"
from IPython.utils.capture import capture_output

with capture_output() as c:
    say()
assert c.stdout == "hello\n"
