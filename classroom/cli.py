"""The command `ai4gov`. Every error is one line; `--debug` shows where it comes from."""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder import commands as grader
from autograder.commands import DONE, PARTLY
from autograder.errors import CourseError
from autograder.text import printable
from classroom.credentials import credential_commands as credentials
from classroom.errors import USER_ERRORS
from course import places
from course.language import LANGUAGES, SOURCE
from course.start import command as learners

if TYPE_CHECKING:
    from course.publishing import Built

MOST_LINES = 20


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns 0 when all was done, 1 when some was not, 2 for a wrong call."""
    return grader.run(_parser(), arguments, USER_ERRORS, _extra)


def _extra(package: str) -> str:
    """What to install for a package that is missing."""
    extra = "credentials" if package in ("cryptography", "jwt") else "instructor"
    return f"'ai4gov-course[{extra}]'"


def _parser() -> grader.Parser:
    common = grader.Parser(add_help=False)
    common.add_argument("--debug", action="store_true", help="show where an error comes from")
    parser = grader.Parser(
        prog="ai4gov", description="AI for the Public Sector: the course's command."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., Any], about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about, parents=[common])
        made.set_defaults(run=run)
        return made

    learners.add_start_options(command("start", learners.start, learners.ABOUT_START))
    learners.add_schema_options(command("schema", learners.schema, learners.ABOUT_SCHEMA))

    build = command("build", _build, "make the release from the sources; show what is translated")
    build.add_argument("modules", nargs="*", metavar="SLUG", help="only these modules")
    build.add_argument("--lang", help="only this language")
    build.add_argument(
        "--check", action="store_true", help="write no file; fail if any is out of date"
    )
    build.add_argument(
        "--no-cache", action="store_true", help="make everything anew (with --check, always in CI)"
    )

    new = command("new", _new, "start a new module: write its files from a template, and its entry")
    new.add_argument("module", metavar="NN-SLUG", help="such as 09-checking-claims")

    publish = command("publish", _publish, "write the learners' repository, with nothing secret")
    publish.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an earlier one")
    publish.add_argument(
        "--repository", metavar="OWNER/NAME", help="where it will be on GitHub, for its links"
    )
    publish.add_argument(
        "--allow-dirty", action="store_true", help="publish changes that are not committed, too"
    )

    site = command("site", _site, "write the lessons, data and guide as web pages, to read")
    site.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an earlier site")
    site.add_argument("modules", nargs="*", metavar="SLUG", help="only these modules")
    site.add_argument("--lang", action="append", help="only this language; can be repeated")
    site.add_argument(
        "--repository", metavar="OWNER/NAME", help="the learners' repository, for a link to Binder"
    )
    site.add_argument(
        "--jobs", type=grader.positive, help="lessons at a time (default: one a processor)"
    )

    for name, step, about in (
        ("release", "release", "hand an assignment out, in all languages"),
        ("collect", "collect", "take in what was handed in, in all languages"),
        ("return", "return_feedback", "hand the feedback pages out, each to its learner"),
    ):
        one = command(name, _step, about)
        one.set_defaults(step=step)
        one.add_argument("assignment")
        if step == "release":
            one.add_argument(
                "--again", action="store_true", help="hand out a corrected version, too"
            )

    roster = command("roster", _roster, "enter the class list: id, name, e-mail, language, cohort")
    roster.add_argument("file", type=Path, metavar="CSV", help="with a heading, in UTF-8")

    hub = command("hub", _hub, "set up the course on a JupyterHub, and check it")
    steps = hub.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="step")
    about = "make a cohort with a course folder and an account of its own, renew or change it"
    cohort = steps.add_parser("cohort", help=about, description=about, parents=[common])
    cohort.add_argument("cohort", metavar="NAME", help="such as ai4gov or ai4gov-2027")
    cohort.add_argument("--instructor", action="append", default=[], metavar="NAME")
    cohort.add_argument("--roster", type=Path, metavar="CSV", help="the class list")
    cohort.add_argument("--place", type=Path, default=Path("/srv/ai4gov"), metavar="DIR")
    cohort.add_argument("--settings", type=Path, default=Path("/etc/ai4gov"), metavar="DIR")
    about = "try as a learner what a learner must not be able to do"
    check = steps.add_parser("check", help=about, description=about, parents=[common])
    check.add_argument(
        "--config", type=Path, default=Path("/etc/ai4gov/jupyterhub_config.py"), metavar="FILE"
    )
    check.add_argument("--learner", metavar="NAME", help="whose rights are tried")
    about = "delete what all cohorts hold of a learner; without --yes only say what that is"
    forget = steps.add_parser("forget", help=about, description=about, parents=[common])
    forget.add_argument("login", metavar="LOGIN", help="the learner's id in the class list")
    forget.add_argument("--yes", action="store_true", help="delete")
    forget.add_argument("--place", type=Path, default=Path("/srv/ai4gov"), metavar="DIR")
    forget.add_argument("--settings", type=Path, default=Path("/etc/ai4gov"), metavar="DIR")
    forget.add_argument("--course", type=Path, metavar="DIR", help="only in this course folder")
    forget.add_argument("--json", action="store_true", help="with --course: one line of JSON")

    home = command("home", _home, "copy lessons and start page into a learner's home on a hub")
    home.add_argument("folder", type=Path, nargs="?", default=Path.home(), metavar="DIR")
    home.add_argument("--lang", help="language (default: learner's choice, class list, or English)")

    grader.add_grade_options(command("grade", _grade, grader.ABOUT_GRADE))
    feedback = command(
        "feedback", _feedback, "write a feedback page for each learner, in the learner's language"
    )
    feedback.add_argument("assignment")
    feedback.add_argument("--student", help="write feedback for this student only")

    report = command("report", _report, "write a report on the class")
    report.add_argument("--out", type=Path, default=Path("report"), help="folder (default: report)")
    report.add_argument("--lang", default=SOURCE, help="language of the report")
    report.add_argument("--cohort", default="", metavar="NAME", help="only this cohort's learners")

    credentials.add_certify_options(
        command("certify", credentials.certify, credentials.ABOUT_CERTIFY)
    )
    credentials.add_verify_options(command("verify", credentials.verify, credentials.ABOUT_VERIFY))

    desk = command("desk", _desk, "open the instructor's desk in a browser")
    desk.add_argument("--port", type=_port, default=0, help="on this machine (default: a free one)")
    desk.add_argument("--lang", default="", help="its language (default: the browser's)")
    desk.add_argument(
        "--formgrader", default="", metavar="URL", help="address of this course's formgrader"
    )
    desk.add_argument(
        "--out", type=Path, metavar="DIR", help="write what needs no server as files, and end"
    )

    project = command("project", _project, "show a class's projects, and ask a jury about them")
    steps = project.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="step")
    about = (
        "write a page of the projects whose teams agreed to it; again: remove who no longer does"
    )
    gallery = steps.add_parser("gallery", help=about, description=about, parents=[common])
    gallery.add_argument("--out", type=Path, default=Path("gallery"), metavar="DIR")
    about = "write a form for a jury; with --results, put the jurors' files together"
    jury = steps.add_parser("jury", help=about, description=about, parents=[common])
    jury.add_argument("--out", type=Path, default=Path("jury"), metavar="DIR")
    jury.add_argument(
        "--results", type=Path, nargs="+", metavar="FILE", help="what the form saved, one a juror"
    )

    demo = command("demo", _demo, "make a course with a small class, grade it, show what happened")
    demo.add_argument(
        "assignment", nargs="?", help="the module's name (default: module 06's), or `project`"
    )
    demo.add_argument("--dir", type=Path, help="a folder that does not exist yet")
    demo.add_argument("--jobs", type=grader.positive, help=grader.JOBS)

    grader.add_doctor_options(command("doctor", _doctor, grader.ABOUT_DOCTOR))
    return parser


def _port(written: str) -> int:
    if not written.isdecimal() or int(written) > 65_535:
        raise argparse.ArgumentTypeError(f"{written!r} is no port: a number from 0 to 65535")
    return int(written)


def _repository() -> places.Repository:
    """The checkout in the current folder or above it; else the one that we are installed from."""
    found = places.find_repository(Path.cwd())
    if found is None:
        found = places.Repository(places.REPOSITORY)
        if not found.source.is_dir():
            raise CourseError(
                f"{Path.cwd()}: no sources of a course here: call this command in a checkout of "
                "the course's repository (a folder with source/ and course/syllabus.yml) that "
                "belongs to you or to root"
            )
    return found


def _build(options: argparse.Namespace) -> int:
    from course.publishing import build as publishing
    from course.publishing.cache import Cache

    repository = _repository()
    langs = [options.lang] if options.lang else []
    whole = not options.modules and not langs
    # The cache holds results in all languages. What CI relies on is made from the sources.
    anew = options.no_cache or langs or (options.check and os.environ.get("CI"))
    cache = None if anew else Cache(repository.cache)
    built = publishing.build(repository.root, options.modules, langs, cache, _say_what_is_slow)
    if cache:
        cache.save()
    if options.check:
        found = publishing.stale(repository.root, built, whole)
        for name in found:
            print(f"stale: {name}")
        print(_coverage(built))
        _print_breaches(built)
        if found:
            print(f"Not as the sources say: {len(found)}; call: ai4gov build")
        return PARTLY if found or built.breaches else DONE
    changed = publishing.write(repository.root, built, whole)
    print(f"{len(built.files)} files built, {len(changed)} of them changed")
    print(_coverage(built))
    _print_breaches(built)
    return DONE


def _say_what_is_slow(target: str, seconds: float) -> None:
    if seconds > 1:
        print(f"{target}: made in {seconds:.1f} s", file=sys.stderr)


def _print_breaches(built: "Built") -> None:
    """A line for each rule of the course that a module does not keep."""
    for breach in built.breaches:
        print(f"rule broken: {breach}")
    if built.breaches:
        print(f"Rules broken: {len(built.breaches)}; until none is, ai4gov build --check fails")


def _new(options: argparse.Namespace) -> int:
    from course.publishing.new import new_module

    repository = _repository()
    for path in new_module(repository, options.module):
        print(repository.name(path))
    print(
        f"The module builds and passes as it is. Change it, then call:\n"
        f"  ai4gov build {options.module}\n"
        f"  pytest tests/course/content -k {options.module}\n"
        f"  ai4gov demo {options.module}"
    )
    return DONE


def _publish(options: argparse.Namespace) -> int:
    from course.publishing.learners_repository import UNNAMED, next_steps, publish

    edition = publish(_repository().root, options.folder, options.repository, options.allow_dirty)
    print(
        f"{edition.files} files in {printable(str(edition.folder))}, {edition.changed} of them new "
        f"or changed, {edition.removed} removed; made from commit {edition.commit}"
    )
    if edition.repository == UNNAMED:
        print(f"Its links have {UNNAMED}; to name it, call again with: --repository OWNER/NAME")
    print("To send it out:", *next_steps(edition), sep="\n  ")
    return DONE


def _site(options: argparse.Namespace) -> int:
    from course.publishing.site.build_site import build_site

    bar = grader.bar_of(0, "making the site")

    def progress(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    try:
        made = build_site(
            _repository().root,
            options.folder,
            slugs=options.modules,
            langs=options.lang or [],
            repository=options.repository,
            jobs=options.jobs,
            progress=progress,
        )
    finally:
        bar.close()
    print(
        f"{made.pages} pages, {made.megabytes:.0f} MB; open "
        f"{printable(str(made.folder / 'index.html'))}"
    )
    return DONE


def _coverage(built: "Built") -> str:
    """A line for each language: how much is translated, and where something is missing."""
    lines = []
    for lang, modules in built.coverage.items():
        done, all_ = (sum(counts) for counts in zip(*modules.values(), strict=True))
        missing = [f"{name} {a - d}" for name, (d, a) in modules.items() if a > d]
        rest = f"; missing: {', '.join(missing)}" if missing else ""
        share = 100 * done // all_ if all_ else 100
        lines.append(f"{LANGUAGES[lang]:<10} {done} of {all_} texts translated ({share}%){rest}")
    return "\n".join(lines)


def _step(options: argparse.Namespace) -> int:
    """A step of an assignment's way; its first line says which course it is about."""
    from classroom.hub import steps

    print(printable(steps.about(Path.cwd(), options.assignment)), flush=True)
    # Only `release` has it.
    given = {"again": options.again} if "again" in options else {}
    done: steps.StepResult = getattr(steps, options.step)(Path.cwd(), options.assignment, **given)
    for line in done.lines:
        print(printable(line))
    return DONE if done.complete else PARTLY


def _roster(options: argparse.Namespace) -> int:
    from autograder.grading.course import Course
    from classroom.hub.roster import read_roster, write_roster

    learners = read_roster(options.file)
    course = Course.open(Path.cwd())
    file = write_roster(course, learners)
    print(printable(f"Course {course.folders.course_id}, {course.root}"))
    for what, counted in (
        ("learners", {"in the class list": len(learners)}),
        ("language", Counter(LANGUAGES.get(each.language, "(none)") for each in learners)),
        ("cohort", Counter(each.cohort or "(none)" for each in learners)),
    ):
        print(f"{what}: " + ", ".join(f"{name} {number}" for name, number in counted.items()))
    print(file)
    return DONE


def _hub(options: argparse.Namespace) -> int:
    if options.step == "check":
        from classroom.hub.check import check, described, faults

        findings = check(options.config, options.learner)
        print("\n".join(map(printable, described(findings))))
        return PARTLY if faults(findings) else DONE
    if options.step == "forget":
        return _forget(options)
    from classroom.hub.cohorts import change_cohort, make_cohort

    given = {
        "instructors": options.instructor,
        "roster": options.roster,
        "settings": options.settings,
    }
    if cohort := change_cohort(options.cohort, **given):
        print(f"{cohort.folder}: its course was not changed; for that, call without options")
        if options.roster:
            print("The class list is read at the next login, without a restart.")
        if options.instructor:
            print(
                f"instructors: {', '.join(cohort.instructors)}\nRestart the hub, so that it knows."
            )
        return DONE
    cohort, missing = make_cohort(_repository(), options.cohort, place=options.place, **given)
    for line in missing[:MOST_LINES]:
        print(line)
    if len(missing) > MOST_LINES:
        print(f"and {len(missing) - MOST_LINES} more; `ai4gov build` counts them")
    print(
        f"{cohort.folder}: ready, owned by {cohort.account}\n"
        f"instructors: {', '.join(cohort.instructors)}\n"
        "Restart the hub, so that it starts the services of this cohort."
    )
    return DONE


def _forget(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from classroom.hub import forget
    from classroom.hub.cohorts import cohorts_in

    if options.course:
        done = forget.forget_in_course(options.course, options.login, delete=options.yes)
        if options.json:
            print(json.dumps(asdict(done)))
            return DONE
        found = {str(options.course): done}
    else:
        if os.geteuid() != 0:
            raise CourseError("this deletes what learners own: call it as root, with sudo")
        cohorts = cohorts_in(options.settings / "cohorts")
        if not cohorts:
            raise CourseError(f"no cohort in {options.settings / 'cohorts'}; name --settings")
        exchange = options.place / "exchange"
        found = forget.forget(cohorts, exchange, options.login, delete=options.yes)
    for name, done in found.items():
        print(printable(f"{name}:"))
        for line in done.deleted:
            print(printable(f"  {'deleted' if options.yes else 'would delete'}: {line}"))
        for line in done.kept:
            print(printable(f"  kept: {line}"))
    if not any(done.deleted for done in found.values()):
        print(printable(f"nothing of {options.login} is here"))
    print("Not touched:")
    for line in forget.elsewhere(options.login):
        print(printable(f"  {line}"))
    if not options.yes:
        print("Nothing was changed. To delete, call again with --yes.")
    if failed := [line for done in found.values() for line in done.failed]:
        shown = "; ".join(failed[:10]) + ("; …" if len(failed) > 10 else "")
        print(printable(f"not deleted: {shown}. Correct that and call again"), file=sys.stderr)
        return PARTLY
    return DONE


def _home(options: argparse.Namespace) -> int:
    from classroom.hub.learner_home import lay_out

    done = lay_out(options.folder.resolve(), options.lang, look_up=True)
    print(printable(f"{done.home}: {LANGUAGES[done.lang]}, {done.written} files new or renewed"))
    for name in done.kept:
        print(printable(f"  kept, for it is the learner's work: {name}"))
    return DONE


def _feedback(options: argparse.Namespace) -> int:
    from classroom.hub.steps import about
    from classroom.pages.feedback import write_feedback

    written, problems = write_feedback(Path.cwd(), options.assignment, options.student)
    print(printable(about(Path.cwd(), options.assignment)))
    where = f" in {os.path.commonpath([page.parent for page in written])}" if written else ""
    print(f"{len(written)} feedback pages{printable(where)}")
    for student, reason in problems:
        print(f"  {printable(student)}: {printable(reason)}")
    return PARTLY if problems else DONE


def _report(options: argparse.Namespace) -> int:
    from classroom.pages.report import write_report

    for path in write_report(Path.cwd(), options.out, options.lang, cohort=options.cohort):
        print(path)
    return DONE


def _desk(options: argparse.Namespace) -> int:
    if options.lang and options.lang not in LANGUAGES:
        raise CourseError(
            f"no language {options.lang!r}; the desk can be in {', '.join(LANGUAGES)}"
        )
    if options.out:
        from classroom.desk.as_files import write_pages

        for path in write_pages(Path.cwd(), options.out, options.lang):
            print(path)
        return DONE
    from classroom.desk.application import serve

    def tell(address: str) -> None:
        print(f"The desk is open, until you press Ctrl-C, at\n  {address}", flush=True)

    with grader.ended_as_by_keyboard(), suppress(KeyboardInterrupt):
        serve(
            Path.cwd(),
            port=options.port,
            lang=options.lang,
            formgrader=options.formgrader.rstrip("/"),
            tell=tell,
        )
    return DONE


def _project(options: argparse.Namespace) -> int:
    if options.step == "gallery":
        from classroom.project.gallery import write_gallery

        made = write_gallery(Path.cwd(), options.out)
        print(printable(str(made.index)))
        print(f"projects shown: {made.shown}")
        print(f"projects whose team did not agree: {made.without_consent}")
        if made.removed:
            print(f"projects removed, which an earlier gallery showed: {made.removed}")
        return _left_out(made.left_out)
    if options.results:
        from classroom.project.jury_results import table, write_results

        path, projects, found = write_results(options.results, options.out)
        print("\n".join(table(projects, found)))
        print(f"jurors: {found.jurors}")
        print(printable(str(path)))
        return _left_out(found.lines)
    from classroom.project.jury_form import write_form

    form = write_form(Path.cwd(), options.out)
    print(printable(str(form.path)))
    print(f"projects on the form: {len(form.projects)}")
    for line in form.same_title:
        print(printable(f"the same title twice: {line}; tell the jury which is which"))
    return _left_out(form.left_out)


def _left_out(lines: Sequence[object]) -> int:
    """Print what was left out and why; the exit status."""
    if lines:
        print(f"left out: {len(lines)}")
    for line in lines:
        print(printable(f"  {line}"))
    return PARTLY if lines else DONE


def _demo(options: argparse.Namespace) -> int:
    from classroom.demo import play
    from course.syllabus import read_syllabus

    repository = _repository()
    if options.assignment == "project":
        from classroom.demo_project import play_project

        return play_project(
            repository.root, options.dir, lambda course, slug: grader.graded(course, slug, options)
        )
    stated = read_syllabus(repository.syllabus).items()
    modules = [slug for slug, module in stated if not module.lesson_only]
    if options.assignment and options.assignment not in modules:
        known = ", ".join(modules)
        raise CourseError(f"no assignment {options.assignment!r}; the course has: {known}")
    return play(
        repository.root,
        options.dir,
        lambda course, slug: grader.graded(course, slug, options),
        options.assignment,
    )


def _grade(options: argparse.Namespace) -> int:
    from classroom.hub import steps

    return grader.grade(
        options, prepare=steps.prepare_known, about=steps.about, points_by="ai4gov report"
    )


def _doctor(options: argparse.Namespace) -> int:
    if options.assignment:
        from classroom.hub import steps

        return grader.advise(options, prepare=steps.prepare_known)
    from classroom.doctor import examine

    return grader.show(examine(), options)


if __name__ == "__main__":
    sys.exit(main())
