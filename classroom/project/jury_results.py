"""The results of a jury: a page, and a table for the terminal. They never reach the gradebook."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.text import printable
from classroom.project.judgements import Judgements, put_together
from classroom.project.jury_form import Judged, read_list
from classroom.project.page_texts import criteria, numbers
from classroom.project.templated_pages import page, write
from course.project.jury import CRITERIA

RESULTS = "results.html"
WIDEST = 44
"""Characters of a title in the table for the terminal."""


def write_results(files: Sequence[Path], out: Path) -> tuple[Path, list[Judged], Judgements]:
    """Put the jurors' files together and write results.html beside the form.

    Raises CourseError where `out` has no form's list.
    """
    projects = read_list(out)
    found = put_together(files, projects)
    shown = []
    for each in projects:
        votes = found.votes[each.key]
        means = [votes.mean(criterion.key) for criterion in CRITERIA]
        shown.append(
            vars(each)
            | {
                "jurors": votes.jurors,
                "means": [None if mean is None else numbers(mean, 1) for mean in means],
                "sentences": votes.sentences,
            }
        )
    made = page("results.html", projects=shown, criteria=criteria())
    write(out / RESULTS, made)
    return out / RESULTS, projects, found


def table(projects: Sequence[Judged], found: Judgements) -> Iterator[str]:
    """The results in lines of text: a project on each, a column for each criterion."""
    titles = [_title(each) for each in projects]
    width = max(map(len, ["project", *titles]))
    heads = [str(each.title) for each in CRITERIA]
    yield "  ".join([f"{'project':<{width}}", "jurors", *heads])
    for title, each in zip(titles, projects, strict=True):
        votes = found.votes[each.key]
        means = [votes.mean(criterion.key) for criterion in CRITERIA]
        cells = [
            f"{'no vote' if mean is None else f'{mean:.1f}':>{len(head)}}"
            for mean, head in zip(means, heads, strict=True)
        ]
        yield "  ".join([f"{title:<{width}}", f"{votes.jurors:>6}", *cells])


def _title(project: Judged) -> str:
    title = printable(project.title or "(without a title)")
    number = f" ({project.number})" if project.number else ""
    return (title if len(title) <= WIDEST else title[: WIDEST - 1] + "…") + number
