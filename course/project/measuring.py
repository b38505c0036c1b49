"""Measure a project's service, and keep the numbers in measured.yml."""

from course.dossier.artefact import as_yaml
from course.project.choices import ARRIVING
from course.project.data import test_part
from course.project.measured import ONE_LIST, Audit, audit, language_of_groups
from course.project.names import OWN
from course.project.project_files import Files
from course.project.tabular import Decide, audit_own


def measure(project: Files, decide: Decide) -> Audit:
    """Measure a project's service, and write measured.yml. See Project.measure."""
    found = measured_by(project, decide)
    project.write("measured.yml", as_yaml({"model": project.fingerprint(), "numbers": found}))
    return found


def measured_by(project: Files, decide: Decide) -> Audit:
    """What is measured of a project's service, whose `decide` is given. Raises ServiceError."""
    if project.way == OWN:
        return audit_own(project, decide)
    comments = test_part()
    choices, statement = project.read("choices"), project.read("fairness-statement")
    read = choices.read_a_day if choices else None
    return audit(
        comments,
        decide(comments),
        share=read / ARRIVING if read else None,
        chosen=(statement.chosen if statement else None) or ONE_LIST,
        lang=language_of_groups(project),
    )
