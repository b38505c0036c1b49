# %% [markdown]
# opens the gradebook and gives points in it

# %% start parts="look"
import sqlite3


def rob():
    db = sqlite3.connect("@COURSE@/gradebook.db", timeout=1)
    print(db.execute("select * from student").fetchall())
    db.execute("update grade set auto_score = 10, manual_score = 10")
    db.execute("update student set first_name = 'robbed'")
    db.commit()


attempt(rob)
