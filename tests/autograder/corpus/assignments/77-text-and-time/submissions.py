# %% by="loose-pattern" answer="pattern"
plate = re.compile(r"(?P<city>\w+)-(?P<letters>\w+) (?P<number>\d+)")


def parse(text):
    return plate.match(text)


template = "Dear {name}, please pay {sum}."


# %% by="naive" answer="moments"
def local(moment):
    return moment + timedelta(hours=2)


def workdays(start, end):
    return [
        start + timedelta(n)
        for n in range((end - start).days)
        if (start + timedelta(n)).isoweekday() < 6
    ]


opening = {"mon": (time(9), time(12, 30)), "tue": None}


def hours(day):
    if not opening[day]:
        return 0
    begin, end = opening[day]
    return timedelta(hours=end.hour - begin.hour, minutes=end.minute - begin.minute)


# %% by="floats" answer="numbers"
def to_cents(text):
    return round(float(text) * 100)


def header(data):
    return data[:4], int.from_bytes(data[4:6], "big"), int.from_bytes(data[6:10], "big")


def mask(buffer):
    buffer = buffer[: len(buffer) // 2] + b"\0" * (len(buffer) // 2)


# %% by="plain" answer="containers"
WORDS = ["ant", "bee", "ape"]
last = [3, 4, 5]
groups = {"a": ["ant", "ape"], "b": ["bee"]}
settings = {"a": 1} | {"b": 2}
fixed = {"pi": 3.14}
here = namedtuple("Here", "x y")(1, 2)
counts = OrderedDict(a=3, n=2, b=1)
tasks = nx.Graph([("wash", "dry"), ("dry", "fold")])

# %% by="noisy" after="containers"
m = parse("B-C 7")
print(m, template, letter("a b c"), counts)
last.append(None) if False else None
to_cents("x")
