"""The files of a box: those that stay open, those that it can read, and where it can write."""

import os
import stat
from contextlib import suppress

from autograder.errors import ConfinementError
from autograder.linux import landlock
from autograder.records import HOME, reaches
from autograder.sandbox.box import Box
from autograder.sandbox.view import DEVICES, MODULES, View


def separate_open_files(keep: frozenset[int]) -> None:
    """Close the descriptors that the fork has copied, or reopen them: copies share their offset.

    Descriptors 0 to 2 and those in `keep` stay. Regular files are reopened at the same offset, so
    that a library which keeps a file open, as matplotlib does with fonts, can go on reading it.
    """
    for number in sorted(map(int, os.listdir("/proc/self/fd"))):
        if number <= 2 or number in keep:
            continue
        with suppress(OSError):
            if not stat.S_ISREG(os.fstat(number).st_mode) or not _reopen(number):
                os.close(number)


def _reopen(number: int) -> bool:
    """Give a descriptor an open file description of its own; whether that was possible."""
    try:
        own = os.open(f"/proc/self/fd/{number}", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    os.lseek(own, os.lseek(number, 0, os.SEEK_CUR), os.SEEK_SET)
    os.dup2(own, number, inheritable=False)
    os.close(own)
    return True


def redirect_temporary_files(scratch: str) -> None:
    """Replace /tmp by the scratch folder in the environment: here all users share /tmp."""
    for name, value in os.environ.items():
        if value.startswith("/tmp"):
            os.environ[name] = scratch + value.removeprefix("/tmp")
    os.environ["TMPDIR"] = scratch


def require_readable(path: str) -> None:
    """Raise ConfinementError if a path exists and this process cannot read it."""
    needed = os.R_OK if path.endswith(MODULES) else os.R_OK | os.X_OK
    if os.path.exists(path) and not os.access(path, needed):
        raise ConfinementError(
            f"{path} cannot be read by the user without rights that a box has; "
            "use a Python that everybody can read"
        )


def restrict_files(box: Box, view: View) -> None:
    """Landlock: read only what the box shows, write only its scratch folders, use no TCP port.

    Raises ConfinementError.
    """
    version = landlock.abi_version()
    every = landlock.file_rights(version)
    network = 3 if version >= 4 else 0
    scope = 3 if version >= 6 else 0
    ruleset = landlock.create_ruleset(every, network, scope)
    for path, rights in _file_rules(box, view, every):
        landlock.allow(ruleset, path, rights & every)
    landlock.restrict_self(ruleset)


def _file_rules(box: Box, view: View, every: int) -> list[tuple[str, int]]:
    """Paths that the box can use, each with its rights; `every` stands for all of them."""
    has_own_root = reaches(box.level, "namespaces")
    written = [HOME, "/tmp", "/dev/shm"] if has_own_root else [box.scratch]
    read = [path for path, is_shown in view if is_shown]
    read += [f"/dev/{name}" for name in DEVICES]
    read += ["/etc", "/proc"] if has_own_root else ["/proc/self", "/proc/cpuinfo", "/proc/meminfo"]
    rules = [(path, landlock.READ) for path in read] + [(path, every) for path in written]
    rules.append(("/dev/null", landlock.WRITE_FILE | landlock.READ_FILE))
    if has_own_root:
        # Python lists folders of which the box shows some parts when it looks for modules.
        rules.append(("/", landlock.READ_FOLDER))
    return rules
