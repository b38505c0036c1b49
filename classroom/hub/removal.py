"""Delete a tree that somebody hostile made: of any depth, without following a link."""

import os
import secrets
import stat
import time
from pathlib import Path

MOST_ENTRIES, MOST_SECONDS = 1_000_000, 120
"""Bounds of a tree: one that is still being written to would have no end."""

FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
OURS = stat.S_IRWXU


def remove(path: Path) -> list[str]:
    """Delete a file, a link or a folder with all in it; returns a line for each fault.

    One item that cannot be deleted does not keep the others from it. Folders in folders are moved
    up to the top one before they are emptied, so that neither depth nor long paths matter.
    """
    faults: list[str] = []
    try:
        parent = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return []
    except OSError as error:
        return [f"{path} ({error.strerror})"]
    try:
        if _unlink(path.name, parent):
            return []
        top = _open(path.name, parent)
        try:
            _empty(path, top, faults)
        finally:
            os.close(top)
        os.rmdir(path.name, dir_fd=parent)
    except FileNotFoundError:
        pass
    except OSError as error:
        faults = faults or [f"{path} ({error.strerror})"]
    finally:
        os.close(parent)
    return faults


def _empty(path: Path, top: int, faults: list[str]) -> None:
    """Delete what is in a folder. What cannot be deleted stays in it, and is named."""
    left: set[str] = set()
    count, until = 0, time.monotonic() + MOST_SECONDS
    while names := [name for name in os.listdir(top) if name not in left]:
        for name in names:
            count += 1
            if count > MOST_ENTRIES or time.monotonic() > until:
                faults.append(f"{path} (too many files, or it is still being written to)")
                return
            try:
                if not _unlink(name, top):
                    count += _flatten(name, top)
            except FileNotFoundError:
                continue
            except OSError as error:
                left.add(name)
                faults.append(f"{path / name} ({error.strerror})")


def _flatten(name: str, top: int) -> int:
    """Delete a folder after its files are deleted and its folders are moved up; returns how many.

    Raises OSError.
    """
    folder = _open(name, top)
    first: OSError | None = None
    try:
        entries = os.listdir(folder)
        for entry in entries:
            try:
                if not _unlink(entry, folder):
                    _own(entry, folder)
                    new = f"{entry[:40]}-{secrets.token_hex(8)}"
                    os.rename(entry, new, src_dir_fd=folder, dst_dir_fd=top)
            except FileNotFoundError:
                continue
            except OSError as error:
                first = first or error
    finally:
        os.close(folder)
    if first:
        raise first
    os.rmdir(name, dir_fd=top)
    return len(entries)


def _unlink(name: str, parent: int) -> bool:
    """Whether it was no folder, and is deleted. Raises OSError."""
    if stat.S_ISDIR(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode):
        return False
    os.unlink(name, dir_fd=parent)
    return True


def _open(name: str, parent: int) -> int:
    """A folder's descriptor; its owner may have closed it to itself. Raises OSError."""
    try:
        found = os.open(name, FOLDER, dir_fd=parent)
    except PermissionError:
        _own(name, parent)
        found = os.open(name, FOLDER, dir_fd=parent)
    if stat.S_IMODE(os.fstat(found).st_mode) & OURS != OURS:
        os.fchmod(found, OURS)
    return found


def _own(name: str, parent: int) -> None:
    """Open a folder of this account to itself: a folder that moves is written to."""
    if os.geteuid() != 0:
        os.chmod(name, OURS, dir_fd=parent)


def count_files(path: Path) -> int:
    """How many files a path is or holds; what cannot be listed is not counted."""
    if path.is_symlink() or not path.is_dir():
        return 1
    count, waiting = 0, [path]
    while waiting and count < MOST_ENTRIES:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(Path(entry.path))
                    else:
                        count += 1
        except OSError:
            continue
    return count
