# %% setup="imports"
import re


# %% answer="dates"
def find_dates(text):
    """All dates such as 2024-03-09 in a text, as tuples of numbers."""
    ### BEGIN SOLUTION
    return [tuple(map(int, found)) for found in re.findall(r"\b(\d{4})-(\d\d)-(\d\d)\b", text)]
    ### END SOLUTION


# %% test="dates-test" points=2
assert find_dates("from 2024-03-09 to 2024-12-31.") == [(2024, 3, 9), (2024, 12, 31)]
assert find_dates("12024-03-091 and 2024-3-9") == []

# %% answer="email"
### BEGIN SOLUTION
email = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
### END SOLUTION

# %% test="email-pattern" points=1
assert isinstance(email, re.Pattern)
assert email.groups <= 2

# %% test="email-matches" points=2
good = ["a@b.org", "first.last+tag@sub.example.com"]
bad = ["nobody", "a@b", "@x.org", "two words@x.org"]
assert all(email.fullmatch(address) for address in good)
assert not any(email.fullmatch(address) for address in bad)


# %% answer="shout"
def swap_names(text):
    """ "Curie, Marie" becomes "Marie Curie", everywhere in the text."""
    ### BEGIN SOLUTION
    return re.sub(r"(\w+), (\w+)", r"\2 \1", text)
    ### END SOLUTION


# %% test="swap-test" points=1
assert swap_names("Curie, Marie; Noether, Emmy") == "Marie Curie; Emmy Noether"
assert swap_names("nothing") == "nothing"


# %% answer="tokens"
def tokens(source):
    """The numbers, names and signs of a formula, each with its kind."""
    ### BEGIN SOLUTION
    pattern = r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<sign>[-+*/()=])"
    return [(found.lastgroup, found.group()) for found in re.finditer(pattern, source)]
    ### END SOLUTION


# %% test="tokens-test" points=2
assert tokens("x1 = 3.5*(y - 2)") == [
    ("name", "x1"),
    ("sign", "="),
    ("number", "3.5"),
    ("sign", "*"),
    ("sign", "("),
    ("name", "y"),
    ("sign", "-"),
    ("number", "2"),
    ("sign", ")"),
]
assert tokens("") == []
