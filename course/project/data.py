"""The parts of the data on which a service is built and tested."""

from pathlib import Path

import pandas as pd

from course.data.datasets import load_dataset
from course.errors import UserError
from course.language import Translator
from course.project.names import COLUMNS

JUDGED = 1000
"""Comments of the training part that readers judged again."""

JUDGEMENTS = ("severity", "second_reader_department", "second_reader_severity")
"""The columns that only these readers could fill."""

HIDDEN = "hidden-comments.csv.gz"
"""The file with the hidden comments, beside hidden_checks.py."""

WEEK = "W"
"""The test part holds one comment in five, so a week of it is read like a day of the service."""


def training_part() -> pd.DataFrame:
    """The comments of known templates, from which a service may learn: 15,988 rows.

    The columns are those of civic-comments. `severity`, the urgency in truth, and what the second
    reader said are known for the 1,000 comments that were judged again, and missing in all others.
    """
    comments = load_dataset("civic-comments")
    known = comments[comments["held_out"] == "no"].reset_index(drop=True)
    judged = known.sample(JUDGED, random_state=0).index
    known.loc[~known.index.isin(judged), list(JUDGEMENTS)] = None
    return known


def test_part() -> pd.DataFrame:
    """The comments of held-out templates, on which a service is measured: 4,012 rows."""
    comments = load_dataset("civic-comments")
    return comments[comments["held_out"] == "yes"].reset_index(drop=True)


test_part.__test__ = False  # type: ignore[attr-defined]  # pytest would take it for a test.


def as_arrived(comments: pd.DataFrame) -> pd.DataFrame:
    """What a service knows of comments that have just come in: a copy of the columns COLUMNS."""
    return comments[list(COLUMNS)].reset_index(drop=True)


def hidden_comments(folder: str | Path) -> pd.DataFrame:
    """The hidden comments in the folder of the grader's checks. Raises UserError without them."""
    path = Path(folder) / HIDDEN
    known = load_dataset("civic-comments").dtypes
    try:
        table = pd.read_csv(path, keep_default_na=False, na_values=[""], parse_dates=["date"])
    except (OSError, ValueError) as error:
        t = Translator("course")
        raise UserError(
            t("{path}: the hidden comments cannot be read; check the folder of the checks.").format(
                path=path
            )
        ) from error
    types = {
        name: kind
        for name, kind in known.items()
        if name in table.columns and name in ("language", "channel", "district", "severity")
    }
    return table.astype(types)
