"""How long a test may take for its requests to the learner's process, and how many they may be."""

import time

TRIPS = 50_000
TRIPS_OF_NOTEBOOK = 250_000
"""Requests to the learner's process, for a test cell and for all of them.

A call takes about half a millisecond, so that the clock ends most cells first.
"""


class Budget:
    """What is left for the running test cell. `ends` is None between two."""

    def __init__(self, trips: int | None = None, trips_notebook: int | None = None):
        self.most_trips = TRIPS if trips is None else trips
        self.trips_left = TRIPS_OF_NOTEBOOK if trips_notebook is None else trips_notebook
        self.trips = 0
        self.ends: float | None = None

    def begin(self, seconds: float) -> None:
        self.ends = time.monotonic() + seconds
        self.trips = 0

    def is_spent(self) -> bool:
        """Count a request; whether it is one too many."""
        self.trips += 1
        self.trips_left -= 1
        return self.trips > self.most_trips or self.trips_left < 0
