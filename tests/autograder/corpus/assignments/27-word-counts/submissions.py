# %% by="keeps-commas" answer="read"
def read_words(path):
    return open(path).read().lower().split()


# %% by="counter-order" answer="count"
def most_common(words, n):
    return Counter(words).most_common(n)


# %% by="lists-for-sets" answer="index"
def letter_index(words):
    index = defaultdict(list)
    for w in words:
        index[w[0]].append(w)
    return index


# %% by="plain-dict" answer="index"
def letter_index(words):
    return {w[0]: {v for v in words if v[0] == w[0]} for w in words}


# %% by="plain-dict" answer="own-file"
open("top.txt", "w").write(str(most_common(read_words("harbour.txt"), 10)))

# %% by="noisy" after="count"
print(most_common(read_words("harbour.txt"), 5))
f = open("my-notes.txt", "w")
f.write("notes")
