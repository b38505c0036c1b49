"""What a credential says in the learner's language: name, description, criteria."""

from classroom.credentials.earned import COURSE, ROUTE, SHARE, WHOLE, assignments
from course.language import Translator
from course.routes import routes
from course.start.progress import BUILD, DECIDE
from course.syllabus import modules

NAME_OF_THE_COURSE = "AI for the Public Sector"
"""As the catalogue of the course has it."""


def name_of(what: str, part: str, t: Translator) -> str:
    """The name of an achievement: "Measuring fairness: Decide"."""
    title = _title(what, t)
    if part in (WHOLE, ROUTE):
        return title
    strand = {DECIDE: t("Decide"), BUILD: t("Build")}[part]
    return t("{title}: {strand}").format(title=title, strand=strand)


def description_of(what: str, part: str, t: Translator) -> str:
    """What the achievement is about."""
    texts = {
        DECIDE: t(
            "Decide on AI in a public service: read results, choose, and give reasons, without "
            "writing code."
        ),
        BUILD: t("Compute with the data of a public service in Python, and judge the result."),
        WHOLE: t(
            "Decide on AI in a public service, compute with its data in Python, and write a note "
            "for those who are responsible."
        ),
    }
    course = _course(t)
    if part == ROUTE:
        return _description_of_route(what, t)
    if what == COURSE:
        about = t("All {number} modules of the course “{course}”.").format(
            number=t.number(len(assignments(COURSE))), course=course
        )
    else:
        module = modules()[what]
        about = t("Module {number} of the course “{course}”: {title}. {decision}").format(
            number=module.number,
            course=course,
            title=_title(what, t),
            decision=Translator("course", t.lang)(module.decision),
        )
    return f"{about} {texts[part]}"


def criteria_of(what: str, part: str, t: Translator) -> str:
    """The rules by which it is earned, as earned.py has them."""
    share = t.percent(SHARE)
    texts = {
        ROUTE: t(
            "At least {share} of the points of each track on the route, in each of its modules."
        ),
        DECIDE: t("At least {share} of the points of the module's exercises called Decide."),
        BUILD: t("At least {share} of the points of the module's exercises called Build."),
        WHOLE: t(
            "At least {share} of the points of the exercises called Decide, of those called Build, "
            "and of all points of the module. A person has read the note and given its points."
        ),
    }
    rule = texts[part].format(share=share)
    if what == COURSE:
        rule = t("In each module: {rule}").format(rule=rule)
    how = t(
        "The exercises are graded automatically, in a process that the learner's code cannot "
        "reach; the points are those in the school's gradebook after grading. This is not a "
        "supervised examination."
    )
    return f"{rule} {how}"


def _description_of_route(what: str, t: Translator) -> str:
    route, known = routes().by_key[what], Translator("course", t.lang)
    return t(
        "The route “{title}” through the course “{course}”, about {hours} hours. At the end: "
        "{product}. Modules with exercises: {modules}."
    ).format(
        title=known(route.title),
        course=_course(t),
        hours=t.number(round(route.minutes(modules()) / 60)),
        product=known(route.product),
        modules="; ".join(_title(slug, t) for slug in assignments(what)),
    )


def points_name(t: Translator) -> str:
    """The name of the result that a credential states."""
    return t("Points")


def _title(what: str, t: Translator) -> str:
    if what == COURSE:
        return _course(t)
    known = routes().by_key.get(what) or modules()[what]
    return Translator("course", t.lang)(known.title)


def _course(t: Translator) -> str:
    return Translator("course", t.lang)(NAME_OF_THE_COURSE)
