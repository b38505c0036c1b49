"""Short ways to look at what a build made."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from course.publishing import PublishingError


@pytest.fixture
def cells() -> Callable[..., list[dict]]:
    """`cells(built, "release/en/01-tiny")` is the list of a notebook's cells."""

    def read(built, folder: str) -> list[dict]:
        return json.loads(built.files[f"{folder}/01-tiny.ipynb"])["cells"]

    return read


@pytest.fixture
def refusal(mini_repository) -> Callable[[], str]:
    """Builds, and returns the one line with which the build refuses."""

    def build() -> str:
        with pytest.raises(PublishingError) as raised:
            mini_repository.build()
        message = str(raised.value)
        assert "\n" not in message
        return message

    return build
