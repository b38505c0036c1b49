"""Prepare the course of a cohort in a pod: its folder, its class list, and who learns at ngshare.

    python -m classroom.hub.pod ai4gov /srv/course/ai4gov --roster FILE --sources DIR

deploy/kubernetes/course.yaml calls it before formgrader and the desk start. It can be called again
while they run, for a new class list: the gradebook and what was handed in stay.
"""

import argparse
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.text import printable
from classroom.errors import USER_ERRORS
from classroom.hub.cohorts import COURSE_ID, write_course
from classroom.hub.roster import ROSTER, Learner, read_roster, roster_text
from course.errors import describe
from course.files import write_atomic
from course.places import Repository

CONFIG = '''"""The nbgrader course of a cohort; `python -m classroom.hub.pod` wrote this file."""

import os

from classroom.hub.ngshare import ngshare_settings
from classroom.settings import configure

c = get_config()
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
configure(c, source="source", checks="checks", course_id={course_id!r})
c.Exchange._ngshare_url = os.environ["AI4GOV_NGSHARE"]
c.ExchangeFactory.update(ngshare_settings())
'''

SECONDS = 30


class NgShare:
    """ngshare's interface, called as a service of the hub that is its administrator.

    Documentation: https://ngshare.readthedocs.io, "Server API Specifications".
    """

    def __init__(self, address: str, token: str):
        self.address = address.rstrip("/")
        self.token = token

    def enrol(self, course_id: str, learners: Sequence[Learner]) -> tuple[int, int]:
        """Make these the course's learners, and the course if it is new: (added, removed).

        Names and addresses of learners are not sent. Raises CourseError.
        """
        course = urllib.parse.quote(course_id)
        if course_id not in self._call("GET", "/courses")["courses"]:
            self._call("POST", f"/course/{course}", instructors=json.dumps([]))
        known = {each["username"] for each in self._call("GET", f"/students/{course}")["students"]}
        wanted = {each.id for each in learners}
        new = [
            {"username": name, "first_name": "", "last_name": "", "email": ""}
            for name in sorted(wanted - known)
        ]
        if new:
            self._call("POST", f"/students/{course}", students=json.dumps(new))
        for name in sorted(known - wanted):
            self._call("DELETE", f"/student/{course}/{urllib.parse.quote(name, safe='')}")
        return len(new), len(known - wanted)

    def _call(self, method: str, path: str, **data: str) -> dict[str, Any]:
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=urllib.parse.urlencode(data).encode() if data else None,
            headers={"Authorization": f"token {self.token}"},
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                found: dict[str, Any] = json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read(300).decode("utf-8", "replace")
            raise CourseError(f"ngshare, {method} {path}: {error.code}, {said}") from error
        except (OSError, ValueError) as error:
            raise CourseError(f"no ngshare at {self.address} ({describe(error)})") from error
        if not found.get("success"):
            raise CourseError(f"ngshare, {method} {path}: {found.get('message', 'refused')}")
        return found


def prepare(course_id: str, folder: Path, roster: Path, sources: Path | None) -> list[Learner]:
    """Write the course's folder, without `sources` its class list only. Raises CourseError."""
    if not COURSE_ID.fullmatch(course_id):
        raise CourseError(f"{course_id!r} cannot be a cohort's name")
    learners = read_roster(roster)
    # ngshare knows a caller by the name alone, whether person or service.
    services = {course_id, f"{course_id}-desk", "ngshare"}
    if taken := sorted(services & {each.id for each in learners}):
        raise CourseError(f"{roster}: {taken[0]} is the name of a service; choose another id")
    if sources:
        write_course(Repository(sources), folder, CONFIG.format(course_id=course_id))
    elif not folder.is_dir():
        raise CourseError(f"{folder}: no course there yet; call with --sources DIR")
    write_atomic(folder / ROSTER, roster_text(learners), mode=0o600)
    return learners


def main(arguments: Sequence[str] | None = None) -> int:
    """Called in a pod; returns 0, or 2 with one line on stderr."""
    parser = argparse.ArgumentParser(prog="classroom.hub.pod", description=__doc__)
    parser.add_argument("course_id")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--roster", type=Path, required=True, help="the class list")
    parser.add_argument("--sources", type=Path, help="the checkout; without: class list only")
    options = parser.parse_args(arguments)
    try:
        learners = prepare(options.course_id, options.folder, options.roster, options.sources)
        server = NgShare(os.environ["AI4GOV_NGSHARE"], os.environ["JUPYTERHUB_API_TOKEN"])
        added, removed = server.enrol(options.course_id, learners)
    except KeyError as error:
        print(f"the environment has no {error.args[0]}", file=sys.stderr)
        return 2
    except USER_ERRORS as error:
        print(printable(str(error)), file=sys.stderr)
        return 2
    print(f"{options.course_id}: {len(learners)} learners, {added} new, {removed} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
