# %% by="new-dict" answer="stock"
stock = {"tea": 3, "milk": 1}
history = []
sold = 0


def sell(name, n=1):
    global stock, history, sold
    for key in stock:
        if key == name and stock[key] < n:
            raise ValueError(f"only {stock[key]} of {name}")
    stock = {**stock, name: stock[name] - n}
    history = history + [(name, n)]
    sold = sold + n
    return stock[name]


# %% by="asks-once" answer="ask"
def ask_all(questions):
    answers = {}
    for q in questions:
        answers[q] = input(q + "? ")
        if not answers[q]:
            print("again")
            answers[q] = input(q + "? ")
    return answers


# %% by="late-binding" answer="functions"
operations = [lambda x: op(x) for op in (lambda x: 2 * x, lambda x: x * x, lambda x: -x)]
op = operations[0]
operations = [lambda x: [2 * x, x * x, -x][k] for k in range(3)]


def compose(f, g):
    return lambda x: g(f(x))


def counter():
    state = [0]

    def step(by=1):
        state[0] += by
        return state[0]

    return step


# %% by="texts" answer="secret"
word, number = "Shut ", "42"

# %% by="noisy" after="functions"
score, replies = 5, []
a = counter()
print(a(), [f(2) for f in operations])
sell("nothing")
