# %% setup="imports"
import string
from collections import Counter, defaultdict


# %% answer="read"
def read_words(path):
    """The words of a text file, small letters only, without punctuation."""
    ### BEGIN SOLUTION
    with open(path, encoding="utf-8") as file:
        text = file.read().lower()
    return text.translate(str.maketrans("", "", string.punctuation)).split()
    ### END SOLUTION


# %% test="read-test" points=1
words = read_words("harbour.txt")
assert words[:3] == ["the", "harbour", "was"]
assert len(words) == 67, len(words)
assert not any(sign in word for word in words for sign in ".,;!")


# %% answer="count"
def most_common(words, n):
    """The n commonest words with their counts; the alphabet decides between equals."""
    ### BEGIN SOLUTION
    counts = Counter(words)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n]
    ### END SOLUTION


# %% test="count-small" points=1
assert most_common("b a b c a b".split(), 2) == [("b", 3), ("a", 2)]
assert most_common("d c b a".split(), 2) == [("a", 1), ("b", 1)]

# %% test="count-file" points=1
assert most_common(read_words("harbour.txt"), 3) == [("the", 10), ("and", 4), ("gulls", 3)]


# %% answer="index"
def letter_index(words):
    """The words by their first letter: a defaultdict of sets."""
    ### BEGIN SOLUTION
    index = defaultdict(set)
    for word in words:
        index[word[0]].add(word)
    return index
    ### END SOLUTION


# %% test="index-test" points=2
index = letter_index(["gull", "boat", "gulls", "bay", "gull"])
assert isinstance(index, defaultdict)
assert index == {"g": {"gull", "gulls"}, "b": {"boat", "bay"}}
assert index["z"] == set()

# %% answer="own-file"
# Write the ten commonest words of harbour.txt into top.txt, "word count" in a line.
### BEGIN SOLUTION
with open("top.txt", "w") as file:
    for word, n in most_common(read_words("harbour.txt"), 10):
        print(word, n, file=file)
### END SOLUTION

# %% test="own-file-test" points=1
with open("top.txt") as file:
    lines = file.read().splitlines()
assert len(lines) == 10
assert lines[0].split() == ["the", "10"]

# %% test="counter-class" points=1
assert Counter(read_words("harbour.txt"))["gulls"] == 3
assert Counter(dict(most_common(["x", "x", "y"], 5))) == Counter("xxy")
