# %% by="oldest-first" answer="titles"
new_titles = "SELECT title FROM book WHERE year > 2000 ORDER BY year"


# %% by="inner-join" answer="lent"
def days_lent(connection):
    sql = "SELECT title, SUM(days) FROM book, loan WHERE book.id = loan.book GROUP BY title"
    return {title: days for title, days in connection.execute(sql)}


# %% by="pasted-text" answer="add"
def add_book(connection, title, year):
    connection.execute(f"INSERT INTO book (title, year, shelf) VALUES ('{title}', {year}, 'N')")
    return connection.execute("SELECT MAX(id) FROM book").fetchone()[0]


# %% by="no-commit" answer="save"
saved = sqlite3.connect("library.db")
saved.execute("CREATE TABLE reader (name TEXT)")
saved.executemany("INSERT INTO reader VALUES (?)", [("Ana",), ("Ben",), ("Cleo",)])
saved.close()

# %% by="noisy" after="titles"
for row in open_library().execute("SELECT * FROM book"):
    print(row)
open_library().execute("SELECT * FROM shelves")
