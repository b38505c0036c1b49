"""Every exercise of the course practises competencies, and a report adds them up."""

from collections import Counter

import polib
import pytest

from course import places
from course.places import Repository
from course.publishing.competencies import CompetenciesError, competencies, read_competencies
from course.publishing.strands import strands
from course.publishing.targets import read_sources
from course.syllabus import COMPETENCIES, SyllabusError, modules, read_syllabus
from tests.course.content.notebooks import ROOT, SLUGS


def exercises(slug: str) -> set[str]:
    """The graded exercises of a module's assignment, with those that a person grades."""
    assignment = read_sources(Repository(ROOT), modules()[slug]).assignment
    if assignment is None:
        return set()
    checked = strands(assignment)
    by_hand = {
        cell.metadata.nbgrader.grade_id
        for cell in assignment.cells
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.metadata.nbgrader.get("solution")
    }
    return {name for strand in checked.points.values() for name in strand} | by_hand


@pytest.mark.parametrize("slug", SLUGS)
def test_every_exercise_of_a_module_is_in_competencies_yml_and_no_other(slug):
    assert set(competencies().exercises.get(slug, {})) == exercises(slug)


def test_the_domains_are_those_of_the_framework():
    # UNESCO and ITU (2022), as named in the syllabus of the AI4Gov Master.
    assert {code: each.name for code, each in competencies().domains.items()} == {
        "PD": "Digital Planning and Design",
        "DG": "Data Use and Governance",
        "ME": "Digital Management and Execution",
    }


def test_the_syllabus_names_the_domains_and_the_one_that_each_module_practises_most():
    mapped = competencies()
    assert {code: each.name for code, each in mapped.domains.items()} == COMPETENCIES
    for slug, module in modules().items():
        practised = Counter(code for each in mapped.exercises.get(slug, {}).values()
                            for code in each)  # fmt: skip
        most = [code for code, times in practised.items() if times == max(practised.values())]
        assert module.competency in (most or [""]), slug


def test_a_syllabus_with_another_competency_is_refused_in_one_line(tmp_path):
    file = tmp_path / "syllabus.yml"
    stated = (places.PACKAGE / places.SYLLABUS).read_text(encoding="utf-8")
    file.write_text(stated.replace("competency: DG", "competency: XX", 1), encoding="utf-8")
    with pytest.raises(SyllabusError, match="01-public-data: competency: PD, DG, ME, or none"):
        read_syllabus(file)


def test_each_domain_is_practised_in_every_part_of_the_course():
    mapped = competencies()
    for part in {module.part for module in modules().values() if not module.lesson_only}:
        inside = [slug for slug, module in modules().items() if module.part == part]
        codes = {code for slug in inside for each in mapped.exercises.get(slug, {}).values()
                 for code in each}  # fmt: skip
        assert codes == set(mapped.domains), part


@pytest.mark.parametrize("lang", ["fr", "es", "pt"])
def test_the_domains_have_names_in_each_language(lang):
    known = {
        entry.msgid: entry
        for entry in polib.pofile(str(ROOT / "course" / "locale" / lang / "course.po"))
    }
    for domain in competencies().domains.values():
        assert known[domain.name].translated() and known[domain.means].translated()


@pytest.mark.parametrize("codes", ["[XX]", "[]", "[PD, PD]", "[PD, DG, ME]", "3"])
def test_a_wrong_entry_is_named_in_one_line(tmp_path, codes):
    file = tmp_path / "competencies.yml"
    domains = "".join(f"  {code}: {{name: n, means: m}}\n" for code in ("PD", "DG", "ME"))
    file.write_text(f"competencies:\n{domains}modules:\n  01-a:\n    one: {codes}\n")
    with pytest.raises(CompetenciesError) as error:
        read_competencies(file)
    assert str(file) in str(error.value) and "\n" not in str(error.value)
