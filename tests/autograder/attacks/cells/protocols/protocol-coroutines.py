# %% [markdown]
# is awaited, iterated and generated in place of being computed

# %% start parts="spy"
class Answer:
    def __await__(self):
        heard("await")
        yield 3.0

    __aiter__ = __iter__ = lambda self: self

    async def __anext__(self):
        heard("next")
        return 3.0

    def send(self, value):
        heard(value)
        return 3.0

    throw = close = __next__ = send


# %% end
print(seen)


# %% total
async def total(values, weight):
    heard(weight(1.0))
    return 3.0


# %% share
share = Answer()

# %% model
model = (x for x in iter(int, 1))
X = Answer()
