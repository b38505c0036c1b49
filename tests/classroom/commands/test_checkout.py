"""Which folder counts as a checkout of the course: its checks are Python, which a build runs."""

from __future__ import annotations

import os
import shutil

import pytest

from course.places import find_repository

OTHER = "games"
"""An account that every Debian has."""


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "source").mkdir()
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "syllabus.yml").write_text("")
    (tmp_path / "below").mkdir()
    return tmp_path


def test_a_checkout_is_found_from_a_folder_below_it(checkout):
    found = find_repository(checkout / "below")
    assert found is not None and found.root == checkout


@pytest.mark.parametrize("part", ["source", "course/syllabus.yml"])
def test_what_another_account_has_laid_out_is_no_checkout(checkout, monkeypatch, part):
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to another account")
    shutil.chown(checkout / part, OTHER)
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert find_repository(checkout / "below") is None
    # Called with sudo by the account that owns it.
    monkeypatch.setenv("SUDO_UID", str((checkout / part).stat().st_uid))
    assert find_repository(checkout / "below") is not None
