"""The worker process: python -m course.project.app.worker FOLDER LOADER MEMORY START_CPU CALL_CPU

It loads the service of a project's folder with the function LOADER (module:name), says that it is
ready, and then answers each line of its standard input with one line (protocol.py). MEMORY is in
bytes beyond what the libraries take; the others are seconds of processor time.
"""

import importlib
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from course.errors import UserError, describe
from course.project.app.protocol import LONGEST_REASON, Comment, Decision, FromWorker, ToWorker

try:
    import resource

    HAS_BOUNDS = True
except ImportError:
    # Windows has no such bounds; there, the server's clock remains.
    HAS_BOUNDS = False

Decide = Callable[[Comment], Decision]

PARENT_SECONDS = 2.0
"""How often the worker looks whether the server is still there."""


def main(argv: list[str]) -> None:
    """Serve until the input ends."""
    folder, loader, memory, start_cpu, call_cpu = argv
    requests, answers = _own_pipes()
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    decide, answer = _loaded(Path(folder), loader, int(memory), int(start_cpu))
    _send(answers, answer)
    if decide is None:
        return
    for line in requests:
        request = ToWorker.model_validate_json(line)
        os.environ["AI4GOV_LANG"] = request.lang
        _bound_cpu(int(call_cpu))
        _send(answers, _answer(decide, request.comment))


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The input and the output under other numbers: what the service prints goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return requests, answers


def _loaded(folder: Path, loader: str, memory: int, cpu: int) -> tuple[Decide | None, FromWorker]:
    module, _, name = loader.partition(":")
    try:
        load = getattr(importlib.import_module(module), name)
        _bound_memory(memory)
        _bound_cpu(cpu)
        return load(folder), FromWorker(ready=True)
    except Exception as error:
        return None, _refusal(error)


def _answer(decide: Decide, comment: Comment) -> FromWorker:
    try:
        return FromWorker(decision=decide(comment))
    except Exception as error:
        return _refusal(error)


def _refusal(error: Exception) -> FromWorker:
    if isinstance(error, MemoryError):
        return FromWorker(error="MemoryError", memory=True)
    text = str(error) if isinstance(error, UserError) else describe(error)
    return FromWorker(error=" ".join(text.split())[:LONGEST_REASON] or type(error).__name__)


def _send(answers: IO[bytes], answer: FromWorker) -> None:
    # Lone surrogates, which the service's texts may hold, cannot be written as UTF-8.
    answers.write(answer.model_dump_json().encode("utf-8", "replace") + b"\n")
    answers.flush()


def _end_with(server: int) -> None:
    """End when the server has ended: then another process is this one's parent."""
    while os.getppid() == server:
        time.sleep(PARENT_SECONDS)
    os._exit(0)


def _bound_cpu(seconds: int) -> None:
    """The kernel ends the process (SIGXCPU) after so much more processor time."""
    if not HAS_BOUNDS:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or soft < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _bound_memory(more: int) -> None:
    """Allow so many bytes of address space beyond those in use, where Linux tells how many."""
    if not HAS_BOUNDS:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return
    soft = pages * resource.getpagesize() + more
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard == resource.RLIM_INFINITY or soft < hard:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1:])
