"""The kind of a field: what its type says, however it is written."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field

from course.dossier.fields.kinds import OTHER, Kind, kind
from course.dossier.fields.parts import Count, Day, Part, Share, Text, Texts, YesNo
from tests.course.dossier.every_kind import Desk


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (Text, Kind("text")),
        (str, Kind("text")),
        (float | None, Kind("number")),
        (Share, Kind("number", lowest=0, highest=1)),
        (Count, Kind("count", lowest=0)),
        (Annotated[Share, "a remark"], Kind("number", lowest=0, highest=1)),
        (Day, Kind("day")),
        (date, Kind("day")),
        (YesNo, Kind("yes or no")),
        (Literal["a", "b"] | None, Kind("choice", options=["a", "b"])),
        (Literal[1, 2], Kind("choice", options=["1", "2"])),
        (Desk, Kind("part", part=Desk)),
        (Texts, Kind("list", entry=Kind("text"))),
        (list[Share] | None, Kind("list", entry=Kind("number", lowest=0, highest=1))),
        (list[Desk], Kind("list", entry=Kind("part", part=Desk))),
        (dict[str, Desk] | None, Kind("dictionary", entry=Kind("part", part=Desk))),
        (dict[int, str], OTHER),
        (str | int, OTHER),
        (bytes, OTHER),
        (Any, OTHER),
    ],
)  # fmt: skip
def test_a_kind_is_what_the_type_says(annotation, expected):
    class Holder(Part):
        field: annotation = Field(None)

    Holder.model_rebuild(_types_namespace={"annotation": annotation, **globals()})
    assert kind(Holder.model_fields["field"]) == expected
