# %% setup="imports"
import sqlite3
from pathlib import Path


def open_library():
    """The library in memory, as it is in library.sql."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(Path("library.sql").read_text())
    return connection


# %% answer="titles"
# SQL for the titles of all books after 2000, the newest first.
### BEGIN SOLUTION
new_titles = "SELECT title FROM book WHERE year > 2000 ORDER BY year DESC"
### END SOLUTION

# %% test="titles-test" points=1
rows = open_library().execute(new_titles).fetchall()
assert rows == [("Salt",), ("Bridges",), ("Maps",)]


# %% answer="lent"
def days_lent(connection):
    """The days that each title was lent, by title; 0 for those that were not."""
    ### BEGIN SOLUTION
    rows = connection.execute(
        "SELECT title, COALESCE(SUM(days), 0) FROM book LEFT JOIN loan ON loan.book = book.id"
        " GROUP BY book.id"
    )
    return dict(rows)
    ### END SOLUTION


# %% test="lent-test" points=2
assert days_lent(open_library()) == {"Tides": 42, "Maps": 0, "Bridges": 30, "Clocks": 3, "Salt": 0}

# %% test="lent-changed" points=1
db = open_library()
db.execute("INSERT INTO loan VALUES (2, 'Dora', 5)")
assert days_lent(db)["Maps"] == 5
db.close()


# %% answer="add"
def add_book(connection, title, year):
    """Put a book on shelf N and return its id; ValueError for a title that is there already."""
    ### BEGIN SOLUTION
    if connection.execute("SELECT 1 FROM book WHERE title = ?", (title,)).fetchone():
        raise ValueError(f"{title} is there already")
    cursor = connection.execute(
        "INSERT INTO book (title, year, shelf) VALUES (?, ?, 'N')", (title, year)
    )
    connection.commit()
    return cursor.lastrowid
    ### END SOLUTION


# %% test="add-new" points=1
db = open_library()
number = add_book(db, "O'Neill's Ferry", 2024)
assert number == 6
found = db.execute("SELECT title, shelf FROM book WHERE id = ?", (number,)).fetchone()
assert found == ("O'Neill's Ferry", "N")

# %% test="add-doubled" points=1
try:
    add_book(db, "Maps", 2020)
except ValueError as error:
    assert "Maps" in str(error)
else:
    raise AssertionError("Maps is there already")
assert db.execute("SELECT COUNT(*) FROM book").fetchone()[0] == 6

# %% answer="save"
# Save the library as library.db, with a table `reader` of all names that occur in `loan`.
### BEGIN SOLUTION
Path("library.db").unlink(missing_ok=True)
saved = sqlite3.connect("library.db")
saved.executescript(Path("library.sql").read_text())
saved.execute("CREATE TABLE reader AS SELECT DISTINCT reader AS name FROM loan")
saved.commit()
saved.close()
### END SOLUTION

# %% test="save-test" points=2
assert Path("library.db").is_file()
with sqlite3.connect("library.db") as connection:
    names = {row[0] for row in connection.execute("SELECT name FROM reader")}
assert names == {"Ana", "Ben", "Cleo"}
