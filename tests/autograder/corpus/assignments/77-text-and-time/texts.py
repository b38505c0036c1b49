# %% setup="imports"
import math
import re
import struct
import textwrap
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from string import Template
from types import MappingProxyType, SimpleNamespace
from zoneinfo import ZoneInfo

import networkx as nx

# %% answer="pattern"
# `plate`: a compiled pattern of a number plate, "KI-AB 123", with the groups city, letters and
# number. parse(text) gives its match, or None. `template`: a Template with $name and $sum.
### BEGIN SOLUTION
plate = re.compile(r"(?P<city>[A-ZÄÖÜ]{1,3})-(?P<letters>[A-Z]{1,2}) (?P<number>[1-9]\d{0,3})")


def parse(text):
    return plate.fullmatch(text)


template = Template("Dear $name, please pay $sum.")
### END SOLUTION

# %% test="pattern-match" points=2
assert isinstance(plate, re.Pattern) and plate.groups == 3
assert set(plate.groupindex) == {"city", "letters", "number"}
m = parse("KI-AB 123")
assert m and m["city"] == "KI" and m.group("letters", "number") == ("AB", "123")
assert m.groupdict() == {"city": "KI", "letters": "AB", "number": "123"} and m.span("number") == (
    6,
    9,
)
assert isinstance(m, re.Match) and m.string == "KI-AB 123" and m.end() == 9
assert parse("ki-AB 1") is None and parse("KI-AB 012") is None and not parse("KI-AB 1 ")
assert plate.sub("X", "a KI-A 1 b") == "a X b" and re.findall(plate, "B-A 1, M-BC 22")[1][2] == "22"
assert [found["city"] for found in plate.finditer("B-A 1, M-BC 22")] == ["B", "M"]

# %% test="template-test" points=1
assert template.substitute(name="Ann", sum=5) == "Dear Ann, please pay 5."
assert template.safe_substitute(name="Bob").endswith("pay $sum.")
try:
    template.substitute(name="Ann")
except KeyError as error:
    assert error.args == ("sum",)
else:
    raise AssertionError("a sum is needed")


# %% answer="letters"
def letter(text, width=20):
    """Wrapped lines with "| " before each, in a frame of dashes above and below."""
    ### BEGIN SOLUTION
    body = textwrap.indent(textwrap.fill(text, width), "| ")
    return "\n".join(["-" * width, body, "-" * width])
    ### END SOLUTION


def table(rows):
    """Lines by str.format: the name on the left of ten characters, the number with two digits."""
    ### BEGIN SOLUTION
    return "\n".join("{:<10}{:>10,.2f}".format(name, number) for name, number in rows)
    ### END SOLUTION


# %% test="letters-test" points=1
expected_letter = textwrap.dedent(
    """\
    ----------
    | one two
    | three four
    ----------"""
)
assert letter("one two three four", 10) == expected_letter, "\n" + letter("one two three four", 10)
assert max(map(len, letter("word " * 30).splitlines())) <= 22
assert table([("rent", 1234.5), ("tea", 2)]) == "rent        1,234.50\ntea             2.00"


# %% answer="moments"
BERLIN = ZoneInfo("Europe/Berlin")


def local(moment):
    """A datetime with a zone, in Berlin; ValueError for one without a zone."""
    ### BEGIN SOLUTION
    if moment.tzinfo is None:
        raise ValueError("a zone, please")
    return moment.astimezone(BERLIN)
    ### END SOLUTION


def workdays(start, end):
    """The dates from start up to, without, end that are no Saturday or Sunday; lazily."""
    ### BEGIN SOLUTION
    while start < end:
        if start.weekday() < 5:
            yield start
        start += timedelta(days=1)
    ### END SOLUTION


opening = {"mon": (time(9), time(12, 30)), "tue": None}  # to be completed by `hours`


def hours(day):
    """How long it is open, as a timedelta."""
    ### BEGIN SOLUTION
    if opening[day] is None:
        return timedelta()
    begin, end = (datetime.combine(date.min, each) for each in opening[day])
    return end - begin
    ### END SOLUTION


# %% test="moments-local" points=2
summer = local(datetime(2026, 7, 1, 12, tzinfo=UTC))
assert summer.hour == 14 and summer.utcoffset() == timedelta(hours=2) and summer.dst()
assert summer.tzname() == "CEST" and summer == datetime(2026, 7, 1, 12, tzinfo=timezone.utc)
assert summer.isoformat() == "2026-07-01T14:00:00+02:00" and f"{summer:%d.%m.%Y}" == "01.07.2026"
assert summer.tzinfo == ZoneInfo("Europe/Berlin") and str(summer.tzinfo) == "Europe/Berlin"
assert local(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=-5)))).hour == 6
try:
    local(datetime(2026, 7, 1))
except ValueError:
    pass
else:
    raise AssertionError("there is no zone")
after = local(datetime(2026, 3, 29, 0, 30, tzinfo=UTC)) + timedelta(hours=1)
assert after.replace(tzinfo=None) == datetime(2026, 3, 29, 2, 30)

# %% test="moments-days" points=1
days = workdays(date(2026, 11, 27), date(2026, 12, 2))
assert next(days) == date(2026, 11, 27)
assert [day.isoformat() for day in days] == ["2026-11-30", "2026-12-01"]
assert sum(1 for _ in workdays(date(2026, 1, 1), date(2027, 1, 1))) == 261
assert hours("mon") == timedelta(hours=3, minutes=30) and hours("tue") == timedelta(0)
assert hours("mon").total_seconds() == 12600 and not hours("tue")
opening["tue"] = time(8), time(9)
assert hours("tue") / hours("mon") == 1 / 3.5


# %% answer="numbers"
def to_cents(text):
    """A sum as whole cents, rounded half up: "2.345" is 235; InvalidOperation for no number."""
    ### BEGIN SOLUTION
    return int(Decimal(text).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP) * 100)
    ### END SOLUTION


def header(data):
    """Magic (4 bytes), version (unsigned short) and length (unsigned int), big-endian."""
    ### BEGIN SOLUTION
    return struct.unpack_from(">4sHI", data)
    ### END SOLUTION


def mask(buffer):
    """Put zeros into the second half of a bytearray, in place."""
    ### BEGIN SOLUTION
    half = len(buffer) // 2
    memoryview(buffer)[half:] = bytes(len(buffer) - half)
    ### END SOLUTION


# %% test="numbers-test" points=2
assert to_cents("2.345") == 235 and to_cents("1e1") == 1000 and type(to_cents("0")) is int
try:
    to_cents("two")
except InvalidOperation as error:
    assert isinstance(error, ArithmeticError)
else:
    raise AssertionError("two is no number")
assert header(b"PNG!\x00\x02\x00\x00\x01\x00rest") == (b"PNG!", 2, 256)
try:
    header(b"PN")
except struct.error as error:
    assert "buffer" in str(error)
with localcontext() as context:
    context.prec = 5
    assert to_cents("1.005") == 101
buffer = bytearray(b"abcdef")
assert mask(buffer) is None and buffer == b"abc\0\0\0"
view = memoryview(bytearray(b"xyz"))
mask(view.obj)
assert view.tobytes() == b"x\0\0"

# %% answer="containers"
# `last`: a deque of at most 3, filled with 1 to 5; `groups`: a defaultdict of lists, the words
# of WORDS by their first letter; `settings`: a ChainMap of {"a": 1} over {"a": 0, "b": 2};
# `fixed`: a read-only view of {"pi": 3.14}; `here`: a SimpleNamespace with x 1 and y 2;
# `counts`: a Counter of the letters of "banana"; `tasks`: a DiGraph in which wash comes before
# dry and dry before fold.
WORDS = ["ant", "bee", "ape"]
### BEGIN SOLUTION
last = deque(range(1, 6), maxlen=3)
groups = defaultdict(list)
for w in WORDS:
    groups[w[0]].append(w)
settings = ChainMap({"a": 1}, {"a": 0, "b": 2})
fixed = MappingProxyType({"pi": 3.14})
here = SimpleNamespace(x=1, y=2)
counts = Counter("banana")
tasks = nx.DiGraph([("wash", "dry"), ("dry", "fold")])
### END SOLUTION

# %% test="containers-sequences" points=2
assert last == deque([3, 4, 5]) and last.maxlen == 3 and isinstance(last, deque)
last.append(6)
last.rotate(1)
assert list(last) == [6, 4, 5] and last[0] == 6
assert groups == {"a": ["ant", "ape"], "b": ["bee"]} and groups["z"] == [] and "z" in groups
assert groups.default_factory is list
assert counts.most_common(1) == [("a", 3)] and counts["q"] == 0
counts.update("bb")
assert counts - Counter(b=1) == Counter(a=3, n=2, b=2) and counts.total() == 8

# %% test="containers-mappings" points=2
assert settings["a"] == 1 and settings["b"] == 2 and len(settings.maps) == 2
assert dict(settings) == {"a": 1, "b": 2} and settings.parents["a"] == 0
settings["b"] = 5
assert settings.maps[0]["b"] == 5 and settings.maps[1]["b"] == 2
try:
    fixed["pi"] = 3
except TypeError:
    pass
else:
    raise AssertionError("it can be changed")
assert fixed["pi"] == 3.14 and isinstance(fixed, MappingProxyType)
assert here.x + here.y == 3 and vars(here) == {"x": 1, "y": 2}

# %% test="containers-namespace" points=1
assert here == SimpleNamespace(x=1, y=2)

# %% test="containers-graph" points=1
assert isinstance(tasks, nx.DiGraph) and nx.is_directed_acyclic_graph(tasks)
assert list(nx.topological_sort(tasks)) == ["wash", "dry", "fold"]
assert tasks.in_degree("wash") == 0 and list(tasks.successors("dry")) == ["fold"]
tasks.add_edge("fold", "wash")
assert not nx.is_directed_acyclic_graph(tasks)
