"""The pandera schema of each data set's table, made from its datasheet.

It serves authors and people with a newer version of the data: `schema("adult").validate(table)`
names the column, the rows and the error. Notebooks do not need it, so pandera is not among the
course's requirements; `pip install pandera` installs it.
"""

from typing import TYPE_CHECKING, Any

import pandas as pd

from course.data.datasets import column_type, datasheet
from course.data.datasheet import DatasetError

if TYPE_CHECKING:
    from pandera.pandas import Column, DataFrameSchema


def schema(name: str) -> "DataFrameSchema":
    """The pandera schema of a data set: its columns in their order, with types, values, ranges.

    A table from load_dataset(name) is valid. Raises DatasetError for a name that the course does
    not have, and without pandera.
    """
    try:
        import pandera.pandas as pandera
    except ImportError:
        raise DatasetError(
            "A schema needs the package pandera: pip install pandera, and call again."
        ) from None
    columns = datasheet(name)["columns"]
    return pandera.DataFrameSchema(
        {column["name"]: _column(column) for column in columns},
        name=name,
        strict=True,
        ordered=True,
    )


def _column(column: dict[str, Any]) -> "Column":
    import pandera.pandas as pandera

    dates = column["type"] == "date"
    checks = [pandera.Check.in_range(*column["range"])] if "range" in column else []
    if dates:
        checks.append(pandera.Check(pd.api.types.is_datetime64_any_dtype, name="dates"))
    return pandera.Column(
        None if dates else column_type(column),
        checks,
        nullable=column.get("missing", False),
        unique=column.get("unique", False),
        description=column["meaning"],
        title=column["label"],
    )
