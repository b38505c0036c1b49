# %% by="texts" answer="dates"
def find_dates(text):
    return re.findall(r"\d{4}-\d{2}-\d{2}", text)


# %% by="plain-text-pattern" answer="email"
email = r"\S+@\S+"

# %% by="greedy" answer="email"
email = re.compile(".+@.+")


# %% by="only-the-first" answer="shout"
def swap_names(text):
    last, first = text.split(", ", 1)
    return first + " " + last


# %% by="only-the-first" answer="tokens"
def tokens(source):
    return [("number" if c.isdigit() else "name", c) for c in source.split()]


# %% by="noisy" after="dates"
import re

re.search(r"(\d+", "broken pattern")
