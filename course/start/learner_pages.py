"""The learner's start page and completion record, as HTML files that need no server and no script.

`start.html` says what is next, how far each module is, what is to hand in on a hub, and how to take
everything along. It is written into the learner's home by `ai4gov start`, by the start notebook and
by each check, so it is up to date when it is opened. The templates escape every value.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from course.checking.messages import GENERAL
from course.errors import UserError
from course.files import write_atomic
from course.language import LANGUAGES, NO_BREAK_SPACE, Translator, current, text
from course.routes import Route, routes
from course.start import carry, chosen_route, home, hub_assignments, parent_server, progress
from course.start.chosen_language import choose, preferred
from course.start.opening import lay_out_language
from course.start.progress import BUILD, DECIDE, LESSON
from course.start.standing import (
    BEGUN,
    DONE,
    NOT_BEGUN,
    CourseStanding,
    ExercisePlace,
    ModuleStanding,
    NextStep,
    PartStanding,
    along,
    beyond,
    next_step,
    places_in,
    rounded,
    standing,
)
from course.syllabus import COMPETENCIES, modules
from course.templating import render

PAGE = "start.html"
COMPLETION_RECORD = "completion-record.html"
FOLDER = Path(__file__).parent

MARKS = {NOT_BEGUN: "○", BEGUN: "◐", DONE: "✓"}
"""Beside the word, for readers who cannot tell the colours apart."""

WEEK = 120
"""Minutes that a learner has in a week, about."""

SEVERAL_HOURS = 120
"""Minutes from which on time left is given in hours."""

MOST_NAMED = 10
"""Files that a sentence names."""

Link = Callable[[str, str], str]
"""The link to a notebook of the home, and to a cell in it where that is not empty."""


@dataclass(frozen=True)
class Language:
    """A language of the course; its link is empty where it is not in the home yet."""

    code: str
    name: str
    link: str
    is_current: bool


@dataclass(frozen=True)
class Next:
    """What to do next, in words."""

    module: str
    decision: str
    step: str
    time: str
    link: str
    hint: str = ""


@dataclass(frozen=True)
class PartLine:
    """A part of a module in words, with the link to its notebook; empty where that is not there."""

    title: str
    state: str
    mark: str
    words: str
    link: str
    points: str = ""
    time: str = ""


@dataclass(frozen=True)
class RouteChoice:
    """A route in words; the whole course is one too."""

    key: str
    title: str
    person: str
    product: str
    time: str
    is_current: bool


@dataclass(frozen=True)
class Card:
    """A module in words."""

    title: str
    decision: str
    competency: str
    """What it practises most; empty without exercises."""
    state: str
    mark: str
    words: str
    """The state in words; empty before the module is begun, as in a line."""
    lines: Sequence[PartLine]
    share: float


@dataclass(frozen=True)
class Group:
    """A part of the course with its modules."""

    title: str
    cards: Sequence[Card]


@dataclass(frozen=True)
class Total:
    """A figure about the whole course; `share` is between 0 and 1, or None without a bar."""

    title: str
    value: str
    share: float | None = None


@dataclass(frozen=True)
class HubAssignment:
    """An assignment on a hub, in words."""

    title: str
    words: str
    feedback: str = ""
    link: str = ""
    also: str = ""


@dataclass(frozen=True)
class Served:
    """What a page has that a server makes (served_pages.py): forms, and an answer to one."""

    token: str = ""
    """Against cross-site request forgery; Jupyter's server wants it with each form."""
    said: str = ""
    proposed: str = ""
    """The key of the route that the answers to the questions propose."""


@dataclass(frozen=True)
class View:
    """All that the template of the start page shows."""

    lang: str
    title: str
    languages: Sequence[Language]
    next: Next | None
    last: str
    """What the last sitting was about; empty before the first answer."""
    week: str
    """What the next two hours hold, in a sentence; empty with nothing left."""
    route: RouteChoice | None
    """The chosen route; None before a choice was made."""
    routes: Sequence[RouteChoice]
    questions: Sequence[str]
    totals: Sequence[Total]
    steps: Sequence[Card]
    """The modules of the chosen route; none with the whole course."""
    groups: Sequence[Group]
    hand_ins: Sequence[HubAssignment] = ()
    looked_up: str = ""
    start_notebook: str = ""
    record: str = ""
    complete: Sequence[str] = ()
    problem: str = ""
    served: Served | None = None


@dataclass(frozen=True)
class RecordRow:
    """A module in the completion record; a part that the module does not have is empty."""

    title: str
    lesson: str
    decide: str
    build: str
    finished: str
    mark: str = ""
    """The sign of the lesson's state, beside its word."""


@dataclass(frozen=True)
class RecordView:
    """All that the template of the completion record shows."""

    lang: str
    title: str
    course: str
    summary: Sequence[str]
    rows: Sequence[RecordRow]
    totals: RecordRow
    competencies: Sequence[str]
    back: str = PAGE


@dataclass(frozen=True)
class LearnerHome:
    """A learner's home and all that is known of the work in it."""

    home: Path
    lang: str
    found: CourseStanding
    status: hub_assignments.Status | None
    problem: str = ""
    route: Route | None = None

    @property
    def followed(self) -> CourseStanding:
        """How far the learner is on the chosen route; without one, in the whole course."""
        return along(self.found, self.route) if self.route else self.found

    @property
    def folders(self) -> dict[str, str]:
        """The folders into which nbgrader has fetched assignments."""
        found = self.status.found if self.status else ()
        return {each.assignment: each.folder for each in found}

    def assignment(self, slug: str) -> str | None:
        """The path of a module's assignment inside the home, if it is there."""
        return home.assignment(self.home, self.lang, slug, self.folders.get(slug, ""))

    def lesson(self, slug: str) -> str | None:
        """The path of a module's lesson inside the home, if it is there."""
        return home.lesson(self.home, self.lang, slug)

    def places(self, slug: str, part: str) -> dict[str, ExercisePlace]:
        """The places of the exercises of a lesson or an assignment, in their order."""
        path = self.lesson(slug) if part == LESSON else self.assignment(slug)
        return places_in(self.home / path) if path else {}


def learner_home(folder: Path, lang: str, status: hub_assignments.Status | None) -> LearnerHome:
    """What is known of the work in a home. A damaged file of progress becomes a sentence."""
    problem = ""
    recorded: progress.Record = {}
    try:
        recorded = progress.read(folder / progress.NAME)
    except progress.ProgressError as error:
        problem = str(error)
        with suppress(progress.ProgressError):
            recorded = progress.read(folder / progress.NAME)
    found = standing(recorded, list(modules().values()))
    return LearnerHome(folder, lang, found, status, problem, chosen_route.chosen_route())


def write_pages(
    folder: Path, lang: str | None = None, root: Path | None = None, look_up: bool = False
) -> Path:
    """Write start page and completion record into a home; returns the path of the start page.

    `lang` is by default that of `language_of_page`. `root` is the top folder of the Jupyter server,
    by default that of the kernel's own. `look_up` asks nbgrader first, on a hub. Raises OSError,
    UserError.
    """
    lang = lang or language_of_page()
    status = hub_assignments.look_up(folder) if look_up else hub_assignments.kept(folder)
    there = learner_home(folder, lang, status)
    root = root or parent_server.root()

    def link(path: str, cell: str) -> str:
        return home.in_lab(folder, root, path, cell)

    _write_changed(folder / COMPLETION_RECORD, completion_record(there))
    _write_changed(folder / PAGE, start_page(there, link))
    return folder / PAGE


def _write_changed(path: Path, content: str) -> None:
    """Write a page unless it is there already: each writing waits for the disk."""
    try:
        if path.read_bytes() == content.encode():
            return
    except OSError:
        pass
    write_atomic(path, content)


def use_language(folder: Path, lang: str) -> None:
    """Keep a language, and lay its lessons out in a home. Raises OSError, UserError."""
    choose(lang)
    lay_out_language(folder, lang)
    write_pages(folder, lang)


def use_route(folder: Path, key: str) -> None:
    """Keep a route, and write the pages of a home. Raises ValueError, OSError, UserError."""
    chosen_route.choose(key)
    write_pages(folder)


def bring_back(packed: Path | bytes, folder: Path, lang: str) -> str:
    """Unpack what was taken along into a home; returns a sentence. Raises OSError, UserError."""
    brought = carry.bring_back(packed, folder, lang)
    if brought.lang:
        use_language(folder, brought.lang)
    else:
        write_pages(folder)
    return brought_words(brought, Translator(GENERAL, brought.lang or lang))


def brought_words(brought: carry.Brought, t: Translator) -> str:
    """What was brought back, in words."""
    sentences = [
        t("Your progress was brought back. Number of files: {count}.").format(
            count=t.number(len(brought.written) + len(brought.beside))
        )
    ]
    if brought.older:
        sentences.append(
            t(
                "Where you had work in both places, the newer one was kept; the older ones are "
                "here: {names}."
            ).format(names=_names(brought.older))
        )
    if brought.replaced:
        sentences.append(
            t(
                "These notebooks are now as in the file, and no longer as in the course: {names}. "
                "Run them only if you trust whoever made the file. The course’s notebooks are in "
                "the folder {folder}."
            ).format(names=_names(brought.replaced), folder=carry.OLDER)
        )
    if brought.beside:
        sentences.append(
            t(
                "These notebooks have code that is not the course’s, so they lie beside the "
                "course’s notebooks: {names}. Run them only if you trust whoever made the file."
            ).format(names=_names(brought.beside))
        )
    return " ".join(sentences)


def _names(paths: Sequence[str]) -> str:
    """The first paths of a list, in one line."""
    return ", ".join(paths[:MOST_NAMED]) + (" …" if len(paths) > MOST_NAMED else "")


def language_of_page() -> str:
    """The language that the learner or a hub's class list names, else the current folder's."""
    return preferred() or current()


def refresh() -> None:
    """Write the pages again after a check, if the current folder is in a home.

    No failure disturbs the check.
    """
    with suppress(OSError, UserError, ImportError):
        if folder := home.home_of(Path.cwd()):
            write_pages(folder)


def start_page(
    there: LearnerHome, link: Link, file: Callable[[str], str] = quote, served: Served | None = None
) -> str:
    """The start page as a whole HTML file.

    `file` is the link to a file of the home itself; by default the page lies beside it.
    """
    return _render("start.html", replace(view(there, link, file), served=served))


def start_body(there: LearnerHome, link: Link) -> str:
    """The start page as a piece of HTML, for a cell of the start notebook."""
    return _render("start-body.html", view(there, link))


def completion_record(there: LearnerHome) -> str:
    """The completion record as a whole HTML file."""
    return _render("completion-record.html", record_view(there))


def view(there: LearnerHome, link: Link, file: Callable[[str], str] = quote) -> View:
    """The start page in words."""
    t = Translator(GENERAL, there.lang)
    notebook = home.start_notebook(there.home, there.lang)
    return View(
        lang=t.lang,
        title=t("AI for the Public Sector"),
        languages=list(_languages(there, link)),
        next=_next(there, link, t),
        last=_last(there.found, t),
        week=_week(there.followed, t),
        route=next((each for each in route_choices(t) if each.is_current), None),
        routes=route_choices(t),
        questions=[_known(each.text, t) for each in routes().questions],
        totals=list(_totals(there, t)),
        steps=_cards(there, there.followed, link, t) if there.route else [],
        groups=_groups(there, link, t),
        hand_ins=_hand_ins(there, file, t),
        looked_up=(
            t("As of {time}.").format(time=_moment(there.status.looked_up)) if there.status else ""
        ),
        start_notebook=link(notebook, "") if notebook else "",
        record=COMPLETION_RECORD if any(each.begun for each in there.found.modules) else "",
        complete=_complete(there, t),
        problem=there.problem,
    )


def _languages(there: LearnerHome, link: Link) -> list[Language]:
    several = home.languages_in(there.home)
    if there.lang not in several:
        return []
    # A home with a record gets a further language when it is chosen.
    shown = LANGUAGES if (there.home / home.RECORD).is_file() else several
    return [
        Language(
            code,
            LANGUAGES[code],
            link(f"{code}/{home.START_PAGE}", "") if code in several else "",
            code == there.lang,
        )
        for code in shown
    ]


def _known(written: str, t: Translator) -> str:
    """A text of the syllabus, which the build puts into this catalogue too."""
    return text(written, module=GENERAL, lang=t.lang)


def _title(each: ModuleStanding, t: Translator) -> str:
    return f"{each.module.number} {_known(each.module.title, t)}"


def _part_title(part: str, t: Translator) -> str:
    return {LESSON: t("Lesson"), DECIDE: t("Decide track"), BUILD: t("Build track")}[part]


def _state(state: str, t: Translator) -> str:
    return {NOT_BEGUN: t("not begun"), BEGUN: t("begun"), DONE: t("done")}[state]


def duration(minutes: float, t: Translator) -> str:
    """Minutes in words; from two hours on in hours."""
    left = rounded(minutes)
    if left < SEVERAL_HOURS:
        return t("about {minutes} min").format(minutes=left)
    return t("about {hours} h").format(hours=t.number(round(left / 60)))


def _number(value: float, t: Translator) -> str:
    return t.number(value, 0 if value == int(value) else 2)


def _points(points: float, out_of: float, t: Translator) -> str:
    written = [_number(value, t) for value in (points, out_of)]
    return t("{points} of {out_of} points").format(points=written[0], out_of=written[1])


def _next(there: LearnerHome, link: Link, t: Translator) -> Next | None:
    step = next_step(there.followed, lambda slug: list(there.places(slug, DECIDE)))
    if step is None:
        return None
    each = next(one for one in there.followed.modules if one.module.slug == step.module.slug)
    path = there.lesson(each.module.slug) if step.part == LESSON else there.assignment(
        each.module.slug
    )  # fmt: skip
    place = there.places(each.module.slug, step.part).get(step.exercise, ExercisePlace("", ""))
    return Next(
        module=_title(each, t),
        decision=_known(each.module.decision, t),
        step=_step_words(step, place, t),
        time=_time_left(step, t),
        link=link(path, place.cell) if path else "",
        hint="" if path else _where_to_get(there, step, t),
    )


def _time_left(step: NextStep, t: Translator) -> str:
    time = duration(step.minutes, t)
    return time if step.part == LESSON else t("{time} left in this track").format(time=time)


def _step_words(step: NextStep, place: ExercisePlace, t: Translator) -> str:
    heading = place.heading.replace("*", "").replace("`", "")
    if step.part == LESSON:
        return t("Lesson: {section}").format(section=heading) if heading else t("Lesson")
    return t("Exercise: {exercise}").format(exercise=heading or step.exercise)


def _where_to_get(there: LearnerHome, step: NextStep, t: Translator) -> str:
    """What to do where the notebook of a step is not in the home."""
    if step.part == LESSON:
        return t("This lesson is not in your folder. Restart your server, or ask your instructor.")
    states = {each.assignment: each.state for each in (there.status.found if there.status else ())}
    if states.get(step.module.slug) == hub_assignments.TO_FETCH:
        return t("Fetch the assignment first: in JupyterLab, menu “Nbgrader”, “Assignment List”.")
    return t("This assignment is not handed out yet. You can go on with the next lesson.")


def route_choices(t: Translator) -> list[RouteChoice]:
    """All routes in words, the whole course last."""
    chosen, known = chosen_route.chosen(), modules()
    found = [
        RouteChoice(
            each.key,
            _known(each.title, t),
            _known(each.person, t),
            _known(each.product, t),
            duration(each.minutes(known), t),
            each.key == chosen,
        )
        for each in routes().by_key.values()
    ]
    everything = sum(each.minutes_of(part) for each in known.values() for part in each.parts)
    return [
        *found,
        RouteChoice(
            chosen_route.EVERYTHING,
            t("The whole course"),
            t("You have the time, or you will teach it."),
            t("A service of your own, presented (P1 to P5)"),
            duration(everything, t),
            chosen == chosen_route.EVERYTHING,
        ),
    ]


def _last(found: CourseStanding, t: Translator) -> str:
    dated = [(each.last, each) for each in found.modules if each.last]
    if not dated:
        return ""
    day, each = max(dated, key=lambda one: one[0])
    return t("Last time, on {day}: {module}.").format(day=_day(day), module=_title(each, t))


def _week(found: CourseStanding, t: Translator) -> str:
    """How far two hours reach from the next step on."""
    step = next_step(found)
    if step is None:
        return ""
    place = [each.module.slug for each in found.modules].index(step.module.slug)
    minutes, until = 0.0, ""
    for each in [*found.modules[place:], *found.modules[:place]]:
        for part in each.parts.values():
            if part.state == DONE or part.name not in (LESSON, *found.followed):
                continue
            if minutes and minutes + part.minutes > WEEK:
                return t("This week, {time}: up to the end of {module}.").format(
                    time=duration(minutes, t), module=until
                )
            minutes += part.minutes
            until = f"{_title(each, t)}, {_part_title(part.name, t)}"
    return t("{time} to the end.").format(time=duration(minutes, t)) if minutes else ""


def _totals(there: LearnerHome, t: Translator) -> list[Total]:
    found, totals = there.followed, []
    for strand, title in ((DECIDE, t("Decide track")), (BUILD, t("Build track"))):
        points, out_of = found.points(strand)
        if out_of:
            totals.append(Total(title, _points(points, out_of, t), points / out_of))
    done = sum(each.state == DONE for each in found.modules)
    totals.append(
        Total(
            t("Modules done"),
            t("{done} of {all}").format(done=done, all=len(found.modules)),
            done / len(found.modules) if found.modules else 0,
        )
    )
    of_course = (
        (t("Time left for lessons and the Decide track"), (LESSON, DECIDE)),
        (t("Time left for everything"), (LESSON, DECIDE, BUILD)),
    )
    on_route = ((t("Time left on this route"), (LESSON, DECIDE, BUILD)),)
    for title, parts in on_route if there.route else of_course:
        if minutes := found.minutes(*parts):
            totals.append(Total(title, duration(minutes, t)))
    return totals


def _groups(there: LearnerHome, link: Link, t: Translator) -> list[Group]:
    """The modules by part of the course; with a route, what is not on it."""
    groups: dict[str, list[Card]] = {}
    found = beyond(there.found, there.route) if there.route else there.found
    for each, card in zip(found.modules, _cards(there, found, link, t), strict=True):
        groups.setdefault(each.module.part, []).append(card)
    return [Group(_known(part, t), cards) for part, cards in groups.items()]


def _cards(there: LearnerHome, found: CourseStanding, link: Link, t: Translator) -> list[Card]:
    return [_card(there, each, link, t) for each in found.modules]


def _card(there: LearnerHome, each: ModuleStanding, link: Link, t: Translator) -> Card:
    slug = each.module.slug
    paths = {LESSON: there.lesson(slug)}
    paths |= dict.fromkeys((DECIDE, BUILD), there.assignment(slug))
    lesson = [each.parts[LESSON]] if LESSON in each.parts else []
    lines = [_line(part, paths[part.name], link, t) for part in (*lesson, *each.strands)]
    return Card(
        _title(each, t),
        _known(each.module.decision, t),
        _known(COMPETENCIES[code], t) if (code := each.module.competency) else "",
        each.state,
        MARKS[each.state],
        _state(each.state, t) if each.begun else "",
        lines,
        1.0 if each.state == DONE else _share(each),
    )


def _share(each: ModuleStanding) -> float:
    """How far a module is: the mean of its lesson and of the strand that is furthest."""
    strand = max((part.points / part.out_of for part in each.strands if part.out_of), default=None)
    lesson = each.parts.get(LESSON)
    read = {NOT_BEGUN: 0.0, BEGUN: 0.5, DONE: 1.0}[lesson.state] if lesson else None
    known = [share for share in (read, strand) if share is not None]
    return sum(known) / len(known) if known else 0.0


def _line(part: PartStanding, path: str | None, link: Link, t: Translator) -> PartLine:
    return PartLine(
        _part_title(part.name, t),
        part.state,
        MARKS[part.state],
        "" if part.state == NOT_BEGUN else _state(part.state, t),
        # The cell of an answer is called as its exercise.
        link(path, part.open[0] if part.out_of and part.open else "") if path else "",
        _points(part.points, part.out_of, t) if part.out_of else "",
        "" if part.state == DONE else duration(part.minutes, t),
    )


def _hand_ins(there: LearnerHome, file: Callable[[str], str], t: Translator) -> list[HubAssignment]:
    titles = {each.module.slug: _title(each, t) for each in there.found.modules}
    also = t(
        "To get it in your language too: in the Assignment List, press “Fetch” beside “{name}”. "
        "The folder that you have stays as it is."
    )
    shown = []
    for each in there.status.found if there.status else ():
        words = {
            hub_assignments.TO_FETCH: t("handed out, not fetched yet"),
            hub_assignments.TO_HAND_IN: t("fetched, to hand in"),
            hub_assignments.HANDED_IN: t("handed in on {time}").format(time=_moment(each.at)),
        }[each.state]
        feedback = {
            hub_assignments.NO_FEEDBACK: "",
            hub_assignments.FEEDBACK_WAITS: t("new feedback, not fetched yet"),
            hub_assignments.FEEDBACK_FETCHED: t("read the feedback"),
        }[each.feedback]
        there_is_a_page = each.page and (there.home / each.page).is_file()
        shown.append(
            HubAssignment(
                titles.get(each.assignment, each.assignment),
                words,
                feedback,
                file(each.page) if there_is_a_page else "",
                also.format(name=each.also) if each.also else "",
            )
        )
    return shown


def _moment(written: str) -> str:
    """A time in UTC as the learner's clock shows it; empty where it cannot be read."""
    try:
        found = datetime.fromisoformat(written)
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found
        return f"{found.astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return ""


def _day(time: datetime | None) -> str:
    return f"{time.astimezone():%Y-%m-%d}" if time else ""


def _complete(there: LearnerHome, t: Translator) -> list[str]:
    """A sentence for the chosen route and for each strand of the whole course that is done."""
    found = there.found
    route = there.route
    done = [_route_done(route, t)] if route and there.followed.is_done else []
    sentences = {
        DECIDE: t("You have completed the Decide track of the whole course."),
        BUILD: t("You have completed the Build track of the whole course."),
    }
    return done + [each for strand, each in sentences.items() if found.is_complete(strand)]


def _route_done(route: Route, t: Translator) -> str:
    return t("You have completed the route “{route}”.").format(route=_known(route.title, t))


def record_view(there: LearnerHome) -> RecordView:
    """The completion record in words."""
    t = Translator(GENERAL, there.lang)
    found = there.followed
    rows = [_row(each, t) for each in _recorded(there)]
    lessons, all_lessons = found.done(LESSON)
    done = sum(each.state == DONE for each in found.modules)
    so_far = t("{done} of {all}")
    decide, build = (
        so_far.format(done=_number(points, t), all=_number(out_of, t))
        for points, out_of in map(found.points, (DECIDE, BUILD))
    )
    totals = RecordRow(
        t("Modules of the route") if there.route else t("All modules"),
        so_far.format(done=lessons, all=all_lessons),
        decide,
        build,
        so_far.format(done=done, all=len(found.modules)),
    )
    return RecordView(
        lang=t.lang,
        title=t("Completion record"),
        course=t("AI for the Public Sector"),
        summary=_summary(there, t),
        rows=rows,
        totals=totals,
        competencies=[_known(name, t) for name in COMPETENCIES.values()],
    )


def _recorded(there: LearnerHome) -> list[ModuleStanding]:
    """The modules of the route, then others that were begun; with each part on it or begun."""
    if there.route is None:
        return list(there.found.modules)
    whole = {each.module.slug: each for each in there.found.modules}
    on_it = {each.module.slug: each.parts for each in there.followed.modules}
    others = [slug for slug, each in whole.items() if each.begun and slug not in on_it]
    return [
        replace(
            whole[slug],
            parts={
                name: part
                for name, part in whole[slug].parts.items()
                if name in on_it.get(slug, ()) or part.state != NOT_BEGUN
            },
        )
        for slug in (*on_it, *others)
    ]


def _row(each: ModuleStanding, t: Translator) -> RecordRow:
    decide, build = (
        _strand_words(each.parts[strand], t) if strand in each.parts else ""
        for strand in (DECIDE, BUILD)
    )
    finished = _day(each.finished) if each.state == DONE else ""
    if LESSON not in each.parts:
        return RecordRow(_title(each, t), "", decide, build, finished)
    lesson = each.parts[LESSON].state
    return RecordRow(_title(each, t), _state(lesson, t), decide, build, finished, MARKS[lesson])


def _strand_words(part: PartStanding, t: Translator) -> str:
    points = t("{done} of {all}").format(done=_number(part.points, t), all=_number(part.out_of, t))
    return f"✓{NO_BREAK_SPACE}{points}" if part.state == DONE else points


def _summary(there: LearnerHome, t: Translator) -> list[str]:
    """What is complete, and from when to when the learner worked."""
    found, sentences = there.followed, []
    if route := there.route:
        state = t("Route “{route}”: complete.") if found.is_done else t("Route “{route}”: begun.")
        sentences.append(state.format(route=_known(route.title, t)))
        if found.is_done:
            made = t("Made at the end: {product}").format(product=_known(route.product, t))
            sentences.append(made)
    for strand, title in ((DECIDE, t("Decide track")), (BUILD, t("Build track"))):
        done, all_ = found.done(strand)
        if not all_:
            continue
        counted = (
            t("{track}: complete, all {all} modules.")
            if found.is_complete(strand)
            else t("{track}: {done} of {all} modules complete.")
        )
        sentences.append(counted.format(track=title, done=done, all=all_))
    begun = [part.begun for each in found.modules for part in each.parts.values() if part.begun]
    ended = [each.last for each in found.modules if each.last]
    if begun and ended:
        sentences.append(
            t("First recorded answer: {first}. Latest: {last}.").format(
                first=_day(min(begun)), last=_day(max(ended))
            )
        )
    return sentences


def _render(template: str, shown: View | RecordView) -> str:
    return render(FOLDER, template, Translator(GENERAL, shown.lang), page=shown)
