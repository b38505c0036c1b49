"""Hand-ins as they lie in nbgrader's exchange, read as hostile data.

Every learner can make anything under any name in the folder `inbound` of a course. Names are parsed
here, strictly; a hand-in counts only if its learner's account owns it, and it is read whole or not
at all, without following a link.
"""

import fnmatch
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateutil.tz import gettz

from autograder.errors import CourseError
from autograder.files import FOLDER, Contents, NotRead, read_at, read_handed_in, walk
from autograder.reasons import reason
from autograder.text import printable

try:
    import pwd
except ImportError:
    # Windows has no accounts of this kind, and nbgrader's exchange does not run there.
    pwd = None  # type: ignore[assignment]

STAMP, SECRET = "timestamp.txt", "submission_secret.txt"

MARK = ".copied-from"
"""The file in a group's copy of a hand-in that names whose hand-in it is, and its time."""

WRITTEN_SECRET = re.compile(rb"[0-9a-f]{32,256}\s*")
"""What nbgrader writes into SECRET: with a notebook's name, it names the feedback page."""

NAME = re.compile(
    r"(?P<student>[^+/.*?\[\]][^+/*?\[\]]{0,99})\+(?P<assignment>[^+/.*?\[\]][^+/*?\[\]]{0,199})\+"
    r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?P<fraction>\.\d{1,6})?"
    r"(?: (?P<zone>[A-Za-z]{1,6}|[+-]\d\d(?:\d\d)?))?(?:\+[A-Za-z0-9_=-]{1,100})?",
    re.ASCII,
)
"""The name that nbgrader gives a hand-in: learner, assignment, time, characters of chance."""

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""A time before, or later than tomorrow, is no time of a hand-in: it would come before all others,
or could not be stored."""

TOLERANCE = timedelta(minutes=10)
"""A hand-in says when copying begins; the file system notes when it ends."""


@dataclass(frozen=True)
class InboundFolder:
    """A folder of the inbound with a sound name; `at` is its stated time, in UTC, without zone."""

    name: str
    student: str
    assignment: str
    at: datetime
    owner: int

    @property
    def made_by(self) -> str:
        """The account that made it in the learner's name; empty if it is in order.

        Root and the account that reads can lay a hand-in there for a learner.
        """
        if self.by_staff:
            return ""
        try:
            name = pwd.getpwuid(self.owner).pw_name
        except KeyError:
            # Any learner can have numbers without a name, in a user namespace (subuid).
            return account_of(self.owner)
        return "" if name == self.student else name

    @property
    def by_staff(self) -> bool:
        """Whether root made it, or the account of this process."""
        return pwd is None or self.owner in (0, os.geteuid())


@dataclass(frozen=True)
class Strange:
    """Something in the inbound that is no hand-in, and why."""

    name: str
    owner: int | None
    reason: dict[str, Any]


def parse_name(name: str, zone: str = "UTC") -> tuple[str, str, datetime] | None:
    """Student, assignment and stated time of a hand-in, by its name; None for any other name.

    `zone` is the zone of c.Exchange.timezone, for stated times with its abbreviation.
    """
    found = NAME.fullmatch(name)
    if not found or not name.isprintable():
        return None
    try:
        time = datetime.fromisoformat(found["time"] + (found["fraction"] or ".").ljust(7, "0"))
        offset = _zone(found["zone"] or "UTC", time, zone)
        if offset is None:
            return None
        stated = time.replace(tzinfo=offset).astimezone(UTC)
        if not EARLIEST <= stated <= datetime.now(UTC) + timedelta(days=1):
            return None
    except (ValueError, OverflowError):
        return None
    return found["student"], found["assignment"], stated.replace(tzinfo=None)


def _zone(written: str, time: datetime, zone: str) -> tzinfo | None:
    """The zone that a stated time names."""
    if written in ("UTC", "GMT", "Z"):
        return UTC
    if written[0] in "+-":
        sign = -1 if written[0] == "-" else 1
        minutes = int(written[1:3]) * 60 + int(written[3:] or 0)
        return timezone(sign * timedelta(minutes=minutes))
    # Never look up a zone by a learner's word: gettz opens files by such names.
    own = gettz(zone)
    return own if own and time.replace(tzinfo=own).tzname() == written else None


@contextmanager
def open_inbound(inbound: Path, *, shared: bool = False) -> Iterator[int]:
    """The descriptor of an inbound that this account, or root, owns. Raises CourseError.

    `shared` allows for another owner, as c.CourseDirectory.groupshared does.
    """
    try:
        folder = os.open(inbound, FOLDER | os.O_NOFOLLOW)
    except FileNotFoundError as error:
        raise CourseError(f"{inbound} does not exist; release an assignment first") from error
    except OSError as error:
        raise CourseError(
            f"{inbound}: {error.strerror}; if {inbound.parent} does not belong to this account, as "
            "root, move it away, and release again"
        ) from error
    try:
        owner = os.fstat(folder).st_uid
        if not shared and owner not in (0, os.geteuid()):
            raise CourseError(
                f"{inbound} belongs to {account_of(owner)}, and was not made by this course: as "
                "root, move it away, and release again"
            )
        yield folder
    finally:
        os.close(folder)


def entries(inbound: int, zone: str = "UTC") -> Iterator[InboundFolder | Strange]:
    """All that is in an open inbound."""
    with os.scandir(inbound) as scanned:
        for entry in scanned:
            name = printable(entry.name)
            try:
                found = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            except OSError as error:
                # A file system that a learner has mounted there (FUSE) is closed to root too.
                why = reason("collect-closed", name=name, error=error.strerror)
                yield Strange(entry.name, None, why)
                continue
            parsed = parse_name(entry.name, zone)
            if not parsed:
                yield Strange(entry.name, found.st_uid, reason("collect-name", name=name))
            elif not stat.S_ISDIR(found.st_mode):
                # A learner can give any file in her own folders such a name, also one of others.
                yield Strange(entry.name, found.st_uid, reason("collect-no-folder", name=name))
            else:
                yield InboundFolder(entry.name, *parsed, found.st_uid)


def read(
    inbound: int,
    found: InboundFolder,
    *,
    ignore: list[str],
    include: list[str] | None = None,
    largest_file: int | None = None,
    largest: int | None = None,
) -> Contents:
    """The files of a hand-in. Raises NotRead.

    Parameters
    ----------
    inbound : int
        The descriptor of the folder that it is in.
    found : InboundFolder
        Which one.
    ignore, include : list of str
        Patterns of names that are left out, and of those that are not.
    largest_file : int, optional
        Larger files are left out, in bytes.
    largest : int, optional
        What all files may have together, in bytes.

    The secret must be one that nbgrader writes: without it, no feedback reaches the learner.
    """
    try:
        folder = os.open(found.name, FOLDER | os.O_NOFOLLOW, dir_fd=inbound)
    except OSError as error:
        raise NotRead("collect-closed", name=found.name, error=error.strerror) from error
    try:
        if os.fstat(folder).st_uid != found.owner:
            raise NotRead("folder-foreign", file=found.name)
        files = read_handed_in(folder, ignore, largest)
    finally:
        os.close(folder)
    files.content = {
        path: content
        for path, content in files.content.items()
        # A folder in the place of these two would be in the way of what is written.
        if not path.startswith((f"{STAMP}/", f"{SECRET}/"))
        and (not include or any(fnmatch.fnmatch(Path(path).name, each) for each in include))
        and (not largest_file or len(content) <= largest_file)
    }
    if not found.by_staff and not WRITTEN_SECRET.fullmatch(files.content.get(SECRET, b"")):
        raise NotRead("collect-secret", file=SECRET)
    return files


def read_first(inbound: int, found: InboundFolder, file: str, largest: int) -> bytes:
    """The first bytes of one file of a hand-in; empty where it is no ordinary file."""
    try:
        folder = os.open(found.name, FOLDER | os.O_NOFOLLOW, dir_fd=inbound)
        try:
            return read_at(folder, file, largest)
        finally:
            os.close(folder)
    except OSError:
        return b""


def untrue_time(inbound: int, found: InboundFolder, ignore: list[str]) -> datetime | None:
    """When the files of a hand-in were last changed, in UTC, if the stated time is another.

    A learner writes the stated time; the file system's (ctime) she cannot set. Raises NotRead and
    OSError.
    """
    if found.by_staff:
        return None
    folder = os.open(found.name, FOLDER | os.O_NOFOLLOW, dir_fd=inbound)
    try:
        times = [os.fstat(folder).st_ctime]
        times += [entry.status.st_ctime for entry in walk(folder, ignore)]
    finally:
        os.close(folder)
    return untrue(found, max(times))


def untrue(found: InboundFolder, changed: float) -> datetime | None:
    """A time in seconds as a time in UTC, if the hand-in states another."""
    time = datetime.fromtimestamp(changed, UTC).replace(tzinfo=None)
    return time if not found.by_staff and abs(time - found.at) > TOLERANCE else None


@lru_cache(maxsize=1000)
def account_of(owner: int | None) -> str:
    """The name of an account of this machine, by its number; None is not known."""
    if owner is None:
        return "?"
    try:
        return pwd.getpwuid(owner).pw_name
    except (KeyError, AttributeError):
        return f"number {owner}"
