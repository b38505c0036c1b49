# %% setup="imports"
import csv
import json
import os


# %% answer="write-json"
def save_settings(path, settings):
    """Write a dict as JSON, with sorted keys and an indent of two."""
    ### BEGIN SOLUTION
    with open(path, "w", encoding="utf-8") as file:
        json.dump(settings, file, indent=2, sort_keys=True, ensure_ascii=False)
    ### END SOLUTION


# %% test="write-json-test" points=2
save_settings("settings.json", {"size": 3, "name": "Åse", "list": [1, None]})
with open("settings.json", encoding="utf-8") as file:
    assert json.load(file) == {"size": 3, "name": "Åse", "list": [1, None]}
lines = open("settings.json", encoding="utf-8").read().splitlines()
assert lines[1].startswith('  "list"')

# %% answer="write-csv"
# Write squares.csv: the header n,square and the rows for 1 to 5.
### BEGIN SOLUTION
with open("squares.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["n", "square"])
    for n in range(1, 6):
        writer.writerow([n, n * n])
### END SOLUTION

# %% test="write-csv-exists" points=1
assert os.path.exists("squares.csv"), "there is no squares.csv"

# %% test="write-csv-rows" points=1
with open("squares.csv", newline="") as file:
    rows = list(csv.DictReader(file))
assert len(rows) == 5
assert rows[0] == {"n": "1", "square": "1"}
assert [int(row["square"]) for row in rows] == [1, 4, 9, 16, 25]


# %% answer="read-back"
def total_of(path, column):
    """The sum of a column of a CSV file; 0 for a file that is not there."""
    ### BEGIN SOLUTION
    try:
        with open(path, newline="") as file:
            return sum(float(row[column]) for row in csv.DictReader(file))
    except FileNotFoundError:
        return 0
    ### END SOLUTION


# %% test="read-back-test" points=2
with open("costs.csv", "w") as file:
    file.write("item,cost\npen,1.5\nink,4\n")
assert total_of("costs.csv", "cost") == 5.5
assert total_of("nothing.csv", "cost") == 0
os.remove("costs.csv")
assert total_of("costs.csv", "cost") == 0


# %% answer="append"
def log(path, message):
    """Add a line to a file, which is made when it is not there; return the number of lines."""
    ### BEGIN SOLUTION
    with open(path, "a") as file:
        file.write(message + "\n")
    with open(path) as file:
        return len(file.readlines())
    ### END SOLUTION


# %% test="append-test" points=1
if os.path.exists("log.txt"):
    os.remove("log.txt")
assert log("log.txt", "one") == 1
assert log("log.txt", "two") == 2
with open("log.txt") as file:
    assert file.read() == "one\ntwo\n"
