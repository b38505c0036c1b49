# %% setup="imports"
import unicodedata

# %% [markdown]
# # Ärger mit Zeichen — señales, 符号 und Σύμβολα
#
# Text is more than the letters from a to z.


# %% answer="plain"
def plain(text):
    """The text without accents: "Málaga" becomes "Malaga"."""
    ### BEGIN SOLUTION
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
    ### END SOLUTION


# %% test="plain-test" points=1
assert plain("Málaga, Zürich, São Paulo") == "Malaga, Zurich, Sao Paulo"
assert plain("naïve") == "naive" and plain("東京") == "東京"


# %% answer="count"
def length(text):
    """The number of characters as a person sees them: an accent belongs to its letter."""
    ### BEGIN SOLUTION
    return sum(not unicodedata.combining(sign) for sign in text)
    ### END SOLUTION


# %% test="count-test" points=2
assert length("e\u0301te\u0301") == 3
assert length("été") == 3
assert length("👍🎉") == 2

# %% answer="bytes"
### BEGIN SOLUTION
größe = len("größe".encode("utf-8"))
π = 3.14159
letters = sorted("Ωαβ", key=str.lower)
### END SOLUTION

# %% test="bytes-test" points=1
assert größe == 7
assert π > 3 and round(π, 2) == 3.14

# %% test="letters-test" points=1
assert letters == ["α", "β", "Ω"]
assert [ord(each) for each in letters] == [945, 946, 937]


# %% answer="classes"
class Straße:
    """A street with a name."""

    ### BEGIN SOLUTION
    def __init__(self, naïve):
        self.naïve = naïve

    def __str__(self):
        return f"«{self.naïve}» ☂"

    ### END SOLUTION


# %% test="classes-test" points=1
assert str(Straße("Rue de l'Été")) == "«Rue de l'Été» ☂"

# %% test="upside-down" points=1
assert "straße".upper() == "STRASSE"
assert Straße("ß").naïve.casefold() == "ss", "ß is ss"
