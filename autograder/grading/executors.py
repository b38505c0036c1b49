"""Run submissions in boxes: a few at a time on this machine, or on many machines with Dask.

Results come as they are ready. What is ended from outside (a box, the warm process, a worker) is
started anew, and what it was running is run again.
"""

import atexit
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from nbformat import NotebookNode

from autograder.errors import BoxStalled, ClusterError, ConfinementError, describe
from autograder.grading.parsing import parser
from autograder.grading.run import grade_submission
from autograder.reasons import reason
from autograder.records import ATTENTION_NEEDED, Graded, Job, Limits, Plan, Ran, Result, Submission
from autograder.sandbox.forkserver import ForkServer, ForkServerGone
from autograder.sandbox.supervisor import BoxNotEntered, run_notebook

STARTS = 5
"""How often a notebook is started whose boxes, or warm process, are ended from outside."""

RUNS = 2
"""How often a notebook is run in which Python ended, which may have come from outside too, or whose
boxes were not entered in time."""

WORKER_WAIT = 30
"""Seconds to wait for the first worker of a cluster."""

Read = Callable[[], Submission]
"""Reads a submission when its turn comes."""


class WarmPool:
    """The warm process of this machine, started when it is wanted and again when it is gone.

    `parser` are the worker processes that read what was handed in; `expected` is how many
    submissions there will be, where that is known. Methods may be called from several threads.
    """

    def __init__(self, expected: int = 0) -> None:
        self.parser = parser()
        self._expected = expected
        self._lock = threading.Lock()
        self._forkserver: ForkServer | None = None
        self._levels: dict[str, str] = {}
        self._closed = False

    def run(self, ordered: NotebookNode, job: Job) -> tuple[NotebookNode, Ran]:
        """A copy of a normalized notebook with the outputs of its cells, and what they took.

        The boxes are of the highest level that there is, from that of `job.limits` on. This is
        the one place that starts anew: STARTS times at most in all, and RUNS times a notebook in
        which Python ended. Raises ConfinementError when a box cannot be had, and BoxStalled when
        one was not entered in time RUNS times.
        """
        took, runs, stalled = Ran(), 0, 0
        fault: Exception | None = None
        for _ in range(STARTS):
            notebook = deepcopy(ordered)
            try:
                forkserver = self._warm()
                limits = replace(job.limits, level=self._level(forkserver, job.limits.level))
                ran = run_notebook(forkserver, notebook, replace(job, limits=limits))
            except (ForkServerGone, BoxNotEntered) as error:
                fault = error
                continue
            except BoxStalled:
                stalled += 1
                if stalled == RUNS:
                    raise
                continue
            runs += 1
            took = replace(ran, cpu=took.cpu + ran.cpu, memory=max(took.memory, ran.memory))
            if not ran.ended_early or runs == RUNS:
                return notebook, took
        raise _never_ran(fault)

    def level(self, minimum: str) -> str:
        """The highest level from `minimum` on that this machine allows. Raises ConfinementError."""
        fault: Exception | None = None
        for _ in range(STARTS):
            try:
                return self._level(self._warm(), minimum)
            except ForkServerGone as error:
                fault = error
        raise _never_ran(fault)

    def close(self) -> None:
        """End the warm process and the parser, and whatever is running in them."""
        self.parser.close()
        with self._lock:
            self._closed = True
            if self._forkserver is not None:
                self._forkserver.close()
                self._forkserver = None

    def _warm(self) -> ForkServer:
        """The warm process; a new one if it is gone. Raises ConfinementError once it is closed."""
        with self._lock:
            if self._closed:
                raise ConfinementError("the warm process has been closed")
            if self._forkserver is None or self._forkserver.is_gone:
                if self._forkserver is not None:
                    self._forkserver.close()
                self._forkserver = ForkServer(2 * self._expected)
            return self._forkserver

    def _level(self, forkserver: ForkServer, minimum: str) -> str:
        """Found once: another warm process on this machine allows the same."""
        with self._lock:
            if minimum not in self._levels:
                self._levels[minimum] = forkserver.level(minimum)
            return self._levels[minimum]


def _never_ran(fault: Exception | None) -> ConfinementError:
    if isinstance(fault, ConfinementError):
        return fault
    return ConfinementError(f"the warm process was ended {STARTS} times")


def here(
    pool: WarmPool,
    plan: Plan,
    submissions: Iterable[tuple[str, Read]],
    limits: Limits,
    jobs: int,
) -> Generator[Graded, None, None]:
    """Grade submissions (by student) on this machine, `jobs` at a time."""

    def one(student: str, read: Read) -> Graded:
        return grade_submission(pool, plan, _read(student, read), limits)

    # Before the first thread: the fork server of the parser can be forked then.
    pool.parser.start()
    with ThreadPoolExecutor(jobs) as threads:
        running: set[Future[Graded]] = set()
        try:
            for student, read in submissions:
                running.add(threads.submit(one, student, read))
                # Two more than are running, so that no thread waits and memory holds few.
                while len(running) >= jobs + 2:
                    done, running = wait(running, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        except BaseException:
            # Do not wait for what learners' cells are doing.
            pool.close()
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


def require_encrypted(address: str) -> None:
    """Raise ClusterError for a scheduler whose traffic others on the network could read."""
    scheme, _, rest = address.rpartition("://")
    host = urlsplit(f"//{rest}").hostname or ""
    with suppress(ValueError):
        if ip_address(host).is_loopback:
            return
    if scheme in ("tls", "wss", "inproc") or host == "localhost":
        return
    raise ClusterError(
        f"{address} is not encrypted, and hidden checks and hand-ins would cross the network: name "
        "a tls:// address (see deploy/README.md), or insist with --no-tls"
    )


def on_cluster(
    address: str,
    plan: Plan,
    submissions: Iterable[tuple[str, Read]],
    limits: Limits,
) -> Generator[Graded, None, None]:
    """Grade on the workers of a Dask scheduler; each has a warm process of its own.

    A submission travels as bytes, and one whose worker is lost is run again on another. Raises
    ClusterError when there is no scheduler, or no worker within WORKER_WAIT, and ConfinementError
    when a worker cannot isolate.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise ClusterError("--cluster needs Dask: pip install distributed") from None
    try:
        client = Client(address, timeout=10)
    except TypeError as error:
        # What distributed raises for tls:// where no certificate is configured.
        raise ClusterError(
            f"{address} needs a certificate and a key, and Dask's settings name none: see "
            "deploy/README.md"
        ) from error
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler at {address} ({describe(error)})") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=WORKER_WAIT)
        except TimeoutError:
            raise ClusterError(
                f"the Dask scheduler at {address} has had no worker for {WORKER_WAIT} seconds; "
                f"start one: dask worker {address}"
            ) from None
        # A task's result rather than scattered: what only a lost worker held is made again.
        known = client.submit(_itself, plan, pure=False)
        waiting = as_completed()
        ahead = 2 * sum(client.nthreads().values()) + 2
        students: dict[Any, str] = {}

        def outcome() -> Graded:
            future = next(waiting)
            student = students.pop(future.key)
            try:
                found: Graded = future.result()
                return found
            except KilledWorker:
                fault = "the workers that graded it were lost, again and again"
                reasons = [reason("attention-fault", error=fault)]
                return Graded(Result(student, ATTENTION_NEEDED, reasons=reasons))

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


def _on_worker(plan: Plan, submission: Submission, limits: Limits) -> Graded:
    return grade_submission(_pool_of_worker(), plan, submission, limits)


@lru_cache
def _pool_of_worker() -> WarmPool:
    pool = WarmPool()
    atexit.register(pool.close)
    return pool
