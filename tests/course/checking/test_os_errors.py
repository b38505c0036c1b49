"""Why the operating system refused a file is said in the reader's language, as all else is."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from autograder import reasons
from classroom import attention
from course.dossier.artefact import write_file
from course.dossier.fields.faults import ArtefactError
from course.language import LANGUAGES
from course.os_errors import os_fault, os_reason
from course.project.folder import open_project
from course.project.project_files import ProjectError
from course.start import progress

COMMON = (
    errno.EACCES,
    errno.EPERM,
    errno.ENOENT,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EEXIST,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.ENOTEMPTY,
    errno.ELOOP,
    errno.EMLINK,
    errno.EMFILE,
    errno.EROFS,
    errno.ENAMETOOLONG,
    errno.EFBIG,
    errno.EBUSY,
    errno.EIO,
)


@pytest.mark.parametrize("number", COMMON)
def test_the_common_errors_of_the_system_are_said_in_every_language(number):
    said = {lang: os_reason(OSError(number, os.strerror(number))).read(lang) for lang in LANGUAGES}
    assert said["en"] == os.strerror(number)
    assert len(set(said.values())) == len(LANGUAGES)


def test_an_error_as_the_system_raises_it_is_said_with_its_file():
    with pytest.raises(OSError) as raised:
        Path("/dev/null/notes.yml").read_text()
    assert os_reason(raised.value).read("fr") == "ce n’est pas un dossier"
    said = os_fault(raised.value).read("fr")
    assert said == "/dev/null/notes.yml\N{NO-BREAK SPACE}: ce n’est pas un dossier"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.EACCES, "Accès refusé", "C:\\notes"), "C:\\notes: Accès refusé"),
        (ValueError("a: b"), "ValueError: a: b"),
        (OSError(), "OSError"),
    ],
)
def test_what_is_not_known_is_shown_as_it_is(error, said):
    assert os_fault(error).read("pt") == said


# Messages with such a reason


@pytest.fixture
def french(monkeypatch) -> None:
    monkeypatch.setenv("AI4GOV_LANG", "fr")


def test_progress_that_cannot_be_read_is_told_in_one_language(tmp_path, french):
    (tmp_path / "progress.json").mkdir()
    with pytest.raises(progress.ProgressError) as raised:
        progress.read(tmp_path / "progress.json")
    assert str(raised.value) == "progress.json\N{NO-BREAK SPACE}: c’est un dossier"


def test_damaged_progress_is_told_in_the_learners_language(tmp_path, french):
    (tmp_path / "progress.json").write_text("{ cut off")
    with pytest.raises(progress.ProgressError, match=r"progress\.json était endommagé"):
        progress.read(tmp_path / "progress.json")


def test_a_project_and_an_artefact_say_so_too(tmp_path, french):
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="ce n’est pas un dossier"):
        open_project(tmp_path / "file" / "project")
    with pytest.raises(ArtefactError) as raised:
        write_file(tmp_path / "file" / "risks.yml", "")
    assert "ce n’est pas un dossier" in raised.value.faults[0].read("fr")


def test_a_reason_that_grading_has_stored_is_read_in_the_instructors_language():
    why = os_fault(OSError(errno.ENOSPC, "No space left on device"))
    stored = json.loads(json.dumps(reasons.reason("attention-fault", error=why)))
    assert attention.read(stored, "es").endswith("(no queda espacio en el disco).")
    assert attention.read(stored) == "Grading failed (No space left on device)."
