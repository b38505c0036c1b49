"""The record of what a box can use, and two facts about every box."""

from dataclasses import dataclass, field

from autograder.records import DEFAULT_MINIMUM

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
"""Environment variables that keep numerical libraries to one thread when each is "1"."""

USER = 1000
"""The number of a box's user and group, as seen inside a user namespace."""


@dataclass(frozen=True)
class Box:
    """What a box can use: bytes for sizes, seconds of CPU for `cpu`.

    Parameters
    ----------
    level : str
        One of records.LEVELS.
    scratch : str
        A folder that exists, for the box to write; used below the level "namespaces", where a box
        has no root of its own.
    readable : tuple of str
        Paths that the box can read besides the system's.
    hidden : tuple of str
        Paths of the course that the box must not read, wherever they lie.
    memory, file_size, processes, open_files, cpu : int
        Resource limits of each process; `processes` counts those of the box's user, without those
        that an ordinary user runs elsewhere.
    scratch_size : int
        Bytes of each scratch folder in a root of its own.
    cgroups : tuple of str
        Folders of control groups that were made for this box, to join.
    environment : dict of str
        All environment variables inside.
    """

    level: str = DEFAULT_MINIMUM
    scratch: str = ""
    readable: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    memory: int = 2 * 2**30
    file_size: int = 64 * 2**20
    scratch_size: int = 128 * 2**20
    processes: int = 64
    open_files: int = 256
    cpu: int = 600
    cgroups: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
