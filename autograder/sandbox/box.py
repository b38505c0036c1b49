"""What a box may use."""

from dataclasses import dataclass, field

from autograder.records import DEFAULT_MINIMUM


@dataclass(frozen=True)
class Box:
    """What a box may use. Sizes in bytes, times in seconds."""

    level: str = DEFAULT_MINIMUM
    scratch: str = ""  # a folder that exists; used below the level "namespaces"
    readable: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()  # of the course: not to be read, wherever it lies
    memory: int = 2 * 2**30
    file_size: int = 64 * 2**20
    scratch_size: int = 128 * 2**20
    processes: int = 64
    open_files: int = 256
    cpu: int = 600
    cgroups: tuple[str, ...] = ()  # folders made for this box, to join
    environment: dict[str, str] = field(default_factory=dict)


ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


USER = 1000
"""The number of a box's user, as seen inside a user namespace."""
