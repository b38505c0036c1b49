# %% setup="imports"
import csv
import io
import json
import os
import tempfile
from pathlib import Path


# %% answer="read-stations"
def read_stations(source):
    """Dicts of a table with semicolons, from a path or an open file; the height is an int."""
    ### BEGIN SOLUTION
    if hasattr(source, "read"):
        return [
            {**row, "height": int(row["height"])} for row in csv.DictReader(source, delimiter=";")
        ]
    with open(source, newline="", encoding="utf-8") as file:
        return read_stations(file)
    ### END SOLUTION


# %% test="stations-file" points=2
rows = read_stations("stations.csv")
assert len(rows) == 3 and rows[1]["height"] == 2964
assert rows[2]["station"] == "Kiel; Hafen"
assert list(rows[0]) == ["station", "height", "opened"]
assert read_stations(Path("stations.csv")) == rows
assert read_stations(Path.cwd() / "stations.csv") == rows

# %% test="stations-open" points=2
text = "station;height\nHier;7\nDa;-1\n"
assert [row["height"] for row in read_stations(io.StringIO(text))] == [7, -1]
with open("stations.csv", newline="", encoding="utf-8") as file:
    assert len(read_stations(file)) == 3
    assert file.read() == "", "it was read to its end"
assert file.closed

# %% test="stations-missing" points=1
try:
    read_stations("there-is-none.csv")
except FileNotFoundError as error:
    assert error.filename == "there-is-none.csv" and error.errno == 2
else:
    raise AssertionError("a missing file is an error")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "empty.csv")
    Path(path).write_text("station;height\n")
    assert read_stations(path) == []
    Path(path).write_text("station;height\nx;seven\n")
    try:
        read_stations(path)
    except ValueError as error:
        assert "seven" in str(error)


# %% answer="deep-get"
def deep_get(path, key, default=None):
    """The value of a JSON file at a key with dots: deep_get("config.json", "limits.low")."""
    ### BEGIN SOLUTION
    value = json.loads(Path(path).read_text(encoding="utf-8"))
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            return default
        value = value[part]
    return value
    ### END SOLUTION


# %% test="deep-get-test" points=1
assert deep_get("config.json", "unit") == "m"
assert deep_get("config.json", "limits") == {"low": 0, "high": 2000}
assert deep_get("config.json", "limits.high") == 2000
assert deep_get("config.json", "limits.middle", default=-1) == -1
assert deep_get("config.json", "unit.x") is None
assert deep_get("config.json", "names") == ["a", None, True]


# %% answer="save-report"
def save_report(folder, rows):
    """Write report.json and report.csv into a folder that may not exist; return their paths."""
    ### BEGIN SOLUTION
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    as_json, as_csv = folder / "report.json", folder / "report.csv"
    as_json.write_text(json.dumps(rows, indent=2, sort_keys=True))
    with as_csv.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return [as_json, as_csv]
    ### END SOLUTION


# %% test="report-paths" points=2
made = save_report("out/today", [{"b": 1, "a": "x"}, {"b": 2, "a": "y, z"}])
assert [path.name for path in made] == ["report.json", "report.csv"]
assert all(isinstance(path, Path) and path.exists() for path in made)
assert made[0].suffix == ".json" and made[1].parent == Path("out/today")
assert sorted(os.listdir("out/today")) == ["report.csv", "report.json"]
assert sorted(p.name for p in Path("out").glob("**/*.csv")) == ["report.csv"]

# %% test="report-content" points=2
assert json.loads(made[0].read_text()) == [{"a": "x", "b": 1}, {"a": "y, z", "b": 2}]
with open(made[1], newline="") as f:
    header, *body = csv.reader(f)
assert header == ["b", "a"] and body == [["1", "x"], ["2", "y, z"]]
assert os.path.getsize("out/today/report.csv") == len(made[1].read_bytes()) > 10
assert [row["a"] for row in csv.DictReader(made[1].open())] == ["x", "y, z"]

# %% test="report-again" points=1
with tempfile.TemporaryDirectory() as folder:
    made = save_report(Path(folder, "new"), [{"n": 5}])
    assert json.load(open(made[0])) == [{"n": 5}]
    made[0].write_text("spoilt")
    save_report(Path(folder, "new"), [{"n": 6}])
    assert json.loads(made[0].read_text()) == [{"n": 6}]
    os.remove(made[1])
    assert not made[1].exists()


# %% answer="tail"
def tail(path, n=2):
    """The last n lines of a file, lazily, from its end, without line ends."""
    ### BEGIN SOLUTION
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    yield from reversed(lines[-n:])
    ### END SOLUTION


# %% test="tail-test" points=1
Path("log.txt").write_text("one\ntwo\nthree\n", encoding="utf-8")
assert list(tail("log.txt")) == ["three", "two"]
with open("log.txt", "a") as log:
    log.write("four\n")
assert next(tail("log.txt", 1)) == "four"
assert "|".join(tail("log.txt", 9)) == "four|three|two|one"
