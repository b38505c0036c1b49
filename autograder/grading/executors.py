"""Many submissions: a few at a time on this machine, or on many by Dask.

Results come as they are ready. A warm process that is ended from outside is started anew, and what
it was running is run again.
"""

import atexit
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from autograder.errors import ClusterError, ConfinementError
from autograder.grading.parsing import parser
from autograder.grading.plan import Plan
from autograder.grading.run import ATTENTION_NEEDED, Outcome, Result, Submission, run
from autograder.reasons import reason
from autograder.sandbox.forkserver import Zygote, ZygoteGone
from autograder.sandbox.supervisor import Limits
from course.errors import describe

T = TypeVar("T")

TRIES = 5
"""How often a submission is run whose warm process was ended from outside."""


Read = Callable[[], Submission]
"""Reads a submission when its turn comes."""


class Warm:
    """The warm process of this machine, started when it is wanted and again when it is gone.

    `parser` are the worker processes that read what was handed in; `expected` is how many
    submissions there will be, where that is known.
    """

    def __init__(self, expected: int = 0) -> None:
        self.parser = parser()
        self._expected = expected
        self._lock = threading.Lock()
        self._zygote: Zygote | None = None
        self._levels: dict[str, str] = {}
        self._closed = False

    def zygote(self, instead_of: Zygote | None = None) -> Zygote:
        """The warm process; a new one, if that which was had is the one that is gone.

        Raises ZygoteGone when there is to be none any more.
        """
        with self._lock:
            if self._closed:
                raise ZygoteGone("the warm process has been closed")
            if self._zygote is None or self._zygote is instead_of:
                if self._zygote is not None:
                    self._zygote.close()
                self._zygote = Zygote(2 * self._expected)
            return self._zygote

    def run(self, plan: Plan, submission: Submission, limits: Limits) -> Outcome:
        """Grade one submission, at the highest level from that of `limits` on.

        Raises ConfinementError when it cannot be isolated.
        """

        def graded(zygote: Zygote, level: str) -> Outcome:
            return run(zygote, self.parser, plan, submission, replace(limits, level=level))

        return self.lend(limits.level, graded)

    def lend(self, minimum: str, do: Callable[[Zygote, str], T]) -> T:
        """What `do` returns, called with the warm process and the highest level there is.

        Called anew, with a new one, if the process is ended from outside meanwhile. Raises
        ConfinementError when learners' code cannot be isolated as `minimum` wants.
        """
        gone = None
        for _ in range(TRIES):
            zygote = self.zygote(instead_of=gone)
            try:
                return do(zygote, self.level(zygote, minimum))
            except ZygoteGone:
                gone = zygote
        raise ConfinementError(f"the warm process was ended {TRIES} times")

    def level(self, zygote: Zygote, minimum: str) -> str:
        """The highest level from `minimum` on that this machine allows, looked for once."""
        with self._lock:
            if minimum not in self._levels:
                self._levels[minimum] = zygote.level(minimum)
            return self._levels[minimum]

    def close(self) -> None:
        """End the warm process and the parser, and whatever is running in them."""
        self.parser.close()
        with self._lock:
            self._closed = True
            if self._zygote is not None:
                self._zygote.close()
                self._zygote = None


def here(
    warm: Warm,
    plan: Plan,
    submissions: Iterable[tuple[str, Read]],
    limits: Limits,
    jobs: int,
) -> Generator[Outcome, None, None]:
    """Grade submissions (by student) on this machine, `jobs` at a time."""

    def one(student: str, read: Read) -> Outcome:
        return warm.run(plan, _read(student, read), limits)

    # Before the first thread: the fork server of the parser can be forked then.
    warm.parser.start()
    with ThreadPoolExecutor(jobs) as pool:
        running: set[Future[Outcome]] = set()
        try:
            for student, read in submissions:
                running.add(pool.submit(one, student, read))
                # Two more than are running, so that nobody waits and memory holds few.
                while len(running) >= jobs + 2:
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BaseException:
            # Whoever stops it does not wait for what learners' cells are doing.
            warm.close()
            raise
        finally:
            for future in running:
                future.cancel()


def _read(student: str, read: Read) -> Submission:
    """A submission; whatever is wrong with it is its own reason, and ends nothing else."""
    try:
        return read()
    except Exception as error:
        return Submission(student, {}, describe(error))


def on_cluster(
    address: str,
    plan: Plan,
    submissions: Iterable[tuple[str, Read]],
    limits: Limits,
) -> Generator[Outcome, None, None]:
    """Grade on the workers of a Dask scheduler; each has a warm process of its own.

    A submission travels as bytes, and one whose worker is lost is run again on another. Raises
    ClusterError when there is no scheduler, and ConfinementError when a worker cannot isolate.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise ClusterError("--cluster needs Dask: pip install 'ai4gov-course[cluster]'") from None
    try:
        client = Client(address, timeout=10)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler at {address} ({describe(error)})") from error
    with client:
        # A task's result rather than scattered: what only a lost worker held is made again.
        known = client.submit(_itself, plan, pure=False)
        waiting = as_completed()
        ahead = 2 * sum(client.nthreads().values()) + 2
        students: dict[Any, str] = {}

        def outcome() -> Outcome:
            future = next(waiting)
            student = students.pop(future.key)
            try:
                return future.result()
            except KilledWorker:
                fault = "the workers that graded it were lost, again and again"
                reasons = [reason("attention-fault", error=fault)]
                return Outcome(Result(student, ATTENTION_NEEDED, reasons=reasons))

        for student, read in submissions:
            future = client.submit(_on_worker, known, _read(student, read), limits, pure=False)
            students[future.key] = student
            waiting.add(future)
            while waiting.count() >= ahead:
                yield outcome()
        while waiting.count():
            yield outcome()


def _itself(plan: Plan) -> Plan:
    return plan


def _on_worker(plan: Plan, submission: Submission, limits: Limits) -> Outcome:
    return _warm_of_worker().run(plan, submission, limits)


@lru_cache
def _warm_of_worker() -> Warm:
    warm = Warm()
    atexit.register(warm.close)
    return warm
