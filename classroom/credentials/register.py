"""The register of what a school has issued: who has which credential, and what was revoked.

An SQLite file beside the key, for its owner only. Its transactions keep two calls at the same
time, or a power cut, from issuing a credential twice or losing one.
"""

import os
import secrets
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from classroom.credentials.status_list import PLACES

SCHEMA = """
CREATE TABLE IF NOT EXISTS learner (
    course TEXT NOT NULL, student TEXT NOT NULL, subject TEXT NOT NULL UNIQUE,
    PRIMARY KEY (course, student)
);
CREATE TABLE IF NOT EXISTS credential (
    id TEXT PRIMARY KEY, subject TEXT NOT NULL REFERENCES learner (subject),
    achievement TEXT NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL UNIQUE,
    issued TEXT NOT NULL, token TEXT NOT NULL, revoked TEXT
);
CREATE UNIQUE INDEX IF NOT EXISTS one_valid
    ON credential (subject, achievement) WHERE revoked IS NULL;
"""

SECONDS = 30.0
"""How long a call waits for another one."""


@dataclass(frozen=True)
class Issued:
    """A credential in the register; `revoked` is the time of it, or empty.

    `name` is the learner's name in it, `place` its bit in the status list.
    """

    id: str
    achievement: str
    name: str
    place: int
    token: str
    revoked: str


class Register:
    """The register in a transaction: all of it is kept at the end, or nothing."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def subject(self, course: str, student: str) -> str:
        """The identifier of a learner in credentials: random, the same in all of them."""
        key = (course, student)
        row = self._db.execute(
            "SELECT subject FROM learner WHERE course = ? AND student = ?", key
        ).fetchone()
        if row:
            return str(row[0])
        subject = f"urn:uuid:{uuid.uuid4()}"
        self._db.execute("INSERT INTO learner VALUES (?, ?, ?)", (*key, subject))
        return subject

    def of(self, subject: str, achievement: str) -> Issued | None:
        """The learner's credential for an achievement: the valid one, else the last revoked."""
        return self._one(
            "subject = ? AND achievement = ? ORDER BY revoked IS NOT NULL, issued DESC",
            (subject, achievement),
        )

    def find(self, identifier: str) -> Issued | None:
        """The credential with an id."""
        return self._one("id = ?", (identifier,))

    def free_place(self) -> int:
        """A free bit of the status list, drawn by chance: its number tells nothing about when."""
        if self.count() >= PLACES:
            raise CourseError(
                f"the status list is full ({PLACES:,} credentials): make a new key for the next"
            )
        while True:
            place = secrets.randbelow(PLACES)
            if not self._db.execute(
                "SELECT 1 FROM credential WHERE place = ?", (place,)
            ).fetchone():
                return place

    def add(self, subject: str, issued: Issued, when: str) -> None:
        """Enter a new credential."""
        self._db.execute(
            "INSERT INTO credential VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
            (issued.id, subject, issued.achievement, issued.name, issued.place, when, issued.token),
        )

    def revoke(self, identifier: str, when: str) -> None:
        """Mark a credential as revoked; it stays in the register."""
        self._db.execute("UPDATE credential SET revoked = ? WHERE id = ?", (when, identifier))

    def revoked(self) -> list[int]:
        """The places of all revoked credentials."""
        rows = self._db.execute("SELECT place FROM credential WHERE revoked IS NOT NULL")
        return [row[0] for row in rows]

    def count(self) -> int:
        """How many credentials were issued, with those that are revoked."""
        return int(self._db.execute("SELECT count(*) FROM credential").fetchone()[0])

    def _one(self, where: str, values: tuple[str, ...]) -> Issued | None:
        row = self._db.execute(
            "SELECT id, achievement, name, place, token, coalesce(revoked, '') FROM credential "
            f"WHERE {where} LIMIT 1",
            values,
        ).fetchone()
        return Issued(*row) if row else None


@contextmanager
def register(file: Path) -> Iterator[Register]:
    """The register in a file, which is made at its first use. Raises CourseError."""
    try:
        # sqlite3 would make the file with the mode that the umask leaves.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600))
        with closing(sqlite3.connect(file, timeout=SECONDS, isolation_level=None)) as connection:
            connection.executescript("PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA;")
            connection.execute("BEGIN IMMEDIATE")
            try:
                for statement in SCHEMA.split(";"):
                    connection.execute(statement)
                yield Register(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
    except (OSError, sqlite3.Error) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise CourseError(f"{file}: the register cannot be used ({said})") from error
