# %% by="a-list" answer="fibonacci"
def fibonacci():
    a, b, out = 0, 1, []
    for _ in range(50):
        out.append(a)
        a, b = b, a + b
    return out


# %% by="starts-at-one" answer="fibonacci"
def fibonacci():
    a = b = 1
    while True:
        yield a
        a, b = b, a + b


# %% by="needs-length" answer="chunks"
def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i : i + size]


# %% by="forgets-the-first" answer="averager"
def averager():
    numbers = []
    while True:
        number = yield sum(numbers) / len(numbers) if numbers else 0
        numbers.append(number)


# %% by="forgets-the-first" answer="chunks"
def chunks(items, size):
    chunk = []
    for x in items:
        chunk.append(x)
        if len(chunk) == size:
            yield chunk
            chunk = []


# %% by="noisy" after="fibonacci"
g = fibonacci()
for _ in range(5):
    print(next(g), end=" ")
