"""The fields of a form as widgets: each holds the plain value that YAML would give.

An editor returns the value that it was given until somebody changes it, so that what a form cannot
show in its own way, such as an unknown field or a word in place of a number, is never lost.
"""

import html
import itertools
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import ipywidgets as widgets
import yaml
from pydantic import TypeAdapter, ValidationError

from course.checking.outcome import as_html
from course.dossier.fields.faults import ArtefactError, Fault, LazyText
from course.dossier.fields.kinds import FormQuestion, Kind, kind
from course.dossier.fields.parts import Day, Part, YesNo
from course.dossier.fields.reading import read_yaml
from course.language import Translator

MOST_RADIOS = 4

Plain = Any
"""A text, list or dictionary, as read_yaml gives it; an empty text is a blank."""


@dataclass(frozen=True)
class Place:
    """Where a field is, and what it is called."""

    path: str
    title: str
    description: str = ""
    context: str = ""
    """What the field belongs to, so that its label alone says which one it is."""
    level: int = 4
    """The level of a heading here."""

    def inside(self, key: str, title: str, description: str = "") -> "Place":
        """The place of a field of the part that is here."""
        path = f"{self.path}.{key}" if self.path else key
        return Place(path, title, description, self.title, min(self.level + 1, 6))


@dataclass
class Shared:
    """What all editors of a form share."""

    t: Translator
    changed: Callable[[], None]
    """Called when somebody has changed a value."""
    named: Callable[[str, str], str] = field(default=lambda path, option: option)
    """The name of an option, in the reader's language, of the choice at a path."""
    asked: Callable[[str, Mapping[str, Any]], Sequence[FormQuestion]] = field(
        default=lambda path, answers: ()
    )
    """The questions whose answers the dictionary at a path holds; none for other dictionaries."""
    given: Callable[[str], Plain] = field(default=lambda path: ())
    """What the form began with at a path."""


@dataclass(frozen=True)
class Marks:
    """What is shown beside fields, by their paths."""

    faults: Mapping[str, Sequence[Fault]]
    measured: frozenset[str] | set[str] = frozenset()


@dataclass
class Section:
    """Fields below a heading, which says how many of them are filled in."""

    head: widgets.HTML
    title: str
    level: int
    editors: list["Editor"]

    def count(self, t: Translator) -> tuple[int, int]:
        """Show how many fields are filled in, and how many there are; return both."""
        held = [each.value() for top in self.editors for each in top.inside() if each.is_counted]
        done = sum(each != "" for each in held)
        said = t("{done} of {all} filled in").format(done=t.number(done), all=t.number(len(held)))
        self.head.value = (
            f"<h{self.level}>{html.escape(self.title)} "
            f'<span class="ai4gov-count">{said}</span></h{self.level}>'
        )
        return done, len(held)


class Editor:
    """A field, or fields that belong together."""

    widget: widgets.Widget
    is_counted = True
    """Whether it is a field to fill in, and no group of fields."""

    def __init__(self, place: Place, form: Shared):
        self.place = place
        self.form = form

    def value(self) -> Plain:
        """The plain value now."""
        raise NotImplementedError

    def mark(self, marks: Marks) -> None:
        """Show the faults and the marks of this place and of those inside it."""
        raise NotImplementedError

    def inside(self) -> Iterator["Editor"]:
        """This editor and all inside it, in the order of the page."""
        yield self

    def focus(self) -> None:
        """Move the keyboard's focus to the first control here."""
        raise NotImplementedError

    def _heading(self, marks: Marks | None = None) -> str:
        """The heading of fields that belong together, with their description and faults."""
        level = self.place.level
        return f"<h{level}>{html.escape(self.place.title)}</h{level}>" + "".join(
            f"<p>{each}</p>" for each in self._notes(marks)
        )

    def _help(self) -> str:
        """What is said below the title."""
        return self.place.description

    def _notes(self, marks: Marks | None) -> list[str]:
        """Description, mark and faults as pieces of HTML that a label can hold too."""
        t = self.form.t
        notes = [("help", as_html(told))] if (told := self._help()) else []
        if marks and self.place.path in marks.measured:
            notes.append(("measured", "✓ " + t("measured in this notebook")))
        faults = marks.faults.get(self.place.path, ()) if marks else ()
        notes += [("fault", as_html(each.read(t.lang))) for each in faults]
        return [f'<span class="ai4gov-{name}">{text}</span>' for name, text in notes]


class Labelled(Editor):
    """A single control whose label holds title, description and faults, for eyes and ears."""

    widget: widgets.DOMWidget

    def _label(self, marks: Marks | None = None) -> str:
        context = f"{self.place.context} · " if self.place.context else ""
        title = f'<span class="ai4gov-title">{html.escape(context + self.place.title)}</span>'
        return title + "".join(self._notes(marks))

    def _control(self, control: type[widgets.DOMWidget], **options: Any) -> widgets.DOMWidget:
        made = control(
            description=self._label(),
            description_allow_html=True,
            layout=widgets.Layout(width="100%", flex_flow="column", height="auto"),
            **options,
        )
        made.add_class("ai4gov-field")
        made.observe(lambda _: self.form.changed(), names="value")
        return made

    def mark(self, marks: Marks) -> None:
        self.widget.description = self._label(marks)

    def focus(self) -> None:
        self.widget.focus()


class TextEditor(Labelled):
    """A text, or a number that the artefact reads from the text."""

    def __init__(self, place: Place, form: Shared, value: str, is_short: bool):
        super().__init__(place, form)
        self.given = value
        control = widgets.Text if is_short else widgets.Textarea
        rows = {} if is_short else {"rows": min(max(1, len(value) // 80 + 1), 8)}
        self.widget = self._control(control, value=value, continuous_update=False, **rows)

    def value(self) -> str:
        return str(self.widget.value)


class DayEditor(Labelled):
    """A day. One that cannot be read is shown as the text that it is, by TextEditor."""

    def __init__(self, place: Place, form: Shared, value: str):
        super().__init__(place, form)
        day = TypeAdapter(Day).validate_python(value or None)
        self.widget = self._control(widgets.DatePicker, value=day)

    def value(self) -> str:
        return self.widget.value.isoformat() if self.widget.value else ""


class ChoiceEditor(Labelled):
    """One of some options, or blank: radio buttons for a few, a drop-down list for more.

    A word that is no option is offered too, until the form is shown again without it.

    `given` is the word in the file, and `value` the option that has its meaning.
    """

    def __init__(
        self, place: Place, form: Shared, given: str, value: str, options: Sequence[tuple[str, str]]
    ):
        super().__init__(place, form)
        t = form.t
        self.given, self.shown = given, value
        shown = list(options)
        if value and value not in dict(shown).values():
            shown.append((value, value))
        if len(options) <= MOST_RADIOS:
            self.widget = self._control(widgets.RadioButtons, options=shown, value=value or None)
        else:
            shown.insert(0, (f"({t('still blank')})", ""))
            self.widget = self._control(widgets.Dropdown, options=shown, value=value)

    def value(self) -> str:
        chosen = self.widget.value or ""
        return self.given if chosen == self.shown else str(chosen)


class LinesEditor(Labelled):
    """A list of texts, one on each line."""

    def __init__(self, place: Place, form: Shared, value: Sequence[str]):
        super().__init__(place, form)
        self.given = list(value)
        self.shown = "\n".join(" ".join(each.split()) for each in value)
        rows = min(max(3, len(value) + 1), 12)
        self.widget = self._control(
            widgets.Textarea, value=self.shown, rows=rows, continuous_update=False
        )

    def _help(self) -> str:
        t = self.form.t
        return f"{super()._help()} {t('One on each line.')}".strip()

    def value(self) -> list[str] | str:
        if self.widget.value == self.shown:
            return self.given or ""
        lines = [line.strip() for line in self.widget.value.splitlines()]
        return [line for line in lines if line] or ""


class ChoicesEditor(Editor):
    """Some of the options of a list, each with a box to tick.

    `written` is the value as the file has it, where that is no list.
    """

    def __init__(
        self,
        place: Place,
        form: Shared,
        value: Sequence[str],
        options: Sequence[str],
        written: Plain = None,
    ):
        super().__init__(place, form)
        self.given = list(value)
        self.written = written or self.given
        self.head = widgets.HTML(self._heading())
        names = list(dict.fromkeys([*options, *value]))
        self.boxes = {name: self._box(name, name in value) for name in names}
        self.widget = widgets.VBox([self.head, *self.boxes.values()])

    def _box(self, name: str, is_ticked: bool) -> widgets.Checkbox:
        box = widgets.Checkbox(
            description=self.form.named(self.place.path, name),
            value=is_ticked,
            indent=False,
            layout=widgets.Layout(width="100%"),
        )
        box.observe(lambda _: self.form.changed(), names="value")
        return box

    def value(self) -> Plain:
        ticked = [name for name, box in self.boxes.items() if box.value]
        return (self.written if set(ticked) == set(self.given) else ticked) or ""

    def mark(self, marks: Marks) -> None:
        below = [
            self.place.path,
            *(f"{self.place.path}.{n}" for n in range(1, 1 + len(self.given))),
        ]
        found = list(itertools.chain(*(marks.faults.get(path, ()) for path in below)))
        self.head.value = self._heading(Marks({self.place.path: found}, marks.measured))

    def focus(self) -> None:
        next(iter(self.boxes.values())).focus()


class YamlEditor(Labelled):
    """A value whose form no other editor fits, as the YAML of the file."""

    def __init__(self, place: Place, form: Shared, value: Plain):
        super().__init__(place, form)
        self.given = value
        self.shown = _as_yaml(value)
        rows = min(max(3, self.shown.count("\n") + 2), 16)
        self.widget = self._control(
            widgets.Textarea, value=self.shown, rows=rows, continuous_update=False
        )

    def value(self) -> Plain:
        written = self.widget.value
        if written == self.shown:
            return self.given
        try:
            fields, _ = read_yaml(f"value:\n{textwrap.indent(written, '  ')}\n")
        except ArtefactError:
            return written
        return fields["value"] if list(fields) == ["value"] else written


def _as_yaml(value: Plain) -> str:
    if isinstance(value, str):
        return value
    dumped = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=96)
    return str(dumped).rstrip("\n")


class PartEditor(Editor):
    """The fields of a part, one below the other."""

    is_counted = False

    def __init__(self, place: Place, form: Shared, value: Mapping[str, Plain], part: type[Part]):
        super().__init__(place, form)
        self.unknown = {key: each for key, each in value.items() if key not in part.model_fields}
        self.head = widgets.HTML(self._heading())
        self.editors = {
            name: editor(kind(each), self._place_of(name, part), form, value.get(name, ""))
            for name, each in part.model_fields.items()
        }
        self.widget = widgets.VBox([self.head, *(each.widget for each in self.editors.values())])
        self.widget.add_class("ai4gov-part")

    def _place_of(self, name: str, part: type[Part]) -> Place:
        return self.place.inside(name, *titles(part, name, self.form.t))

    def value(self) -> dict[str, Plain] | str:
        fields = {name: each.value() for name, each in self.editors.items()} | self.unknown
        return fields if any(each != "" for each in fields.values()) else ""

    def mark(self, marks: Marks) -> None:
        self.head.value = self._heading(marks)
        for each in self.editors.values():
            each.mark(marks)

    def inside(self) -> Iterator[Editor]:
        yield self
        for each in self.editors.values():
            yield from each.inside()

    def focus(self) -> None:
        next(iter(self.editors.values())).focus()


@dataclass
class Row:
    """An entry of a list or dictionary: its editor, and its key where it has one."""

    editor: Editor
    key: widgets.Text | None
    widget: widgets.VBox


class EntriesEditor(Editor):
    """A list or dictionary of which entries can be added and removed.

    Entries that the form began with, and that have no blank, are folded until somebody asks for
    them or one of them has a fault: a model card can begin with twenty measures.
    """

    def __init__(
        self, place: Place, form: Shared, value: Sequence[Plain] | Mapping[str, Plain], kind: Kind
    ):
        super().__init__(place, form)
        assert kind.entry is not None
        self.entry_kind = kind.entry
        self.is_keyed = kind.name == "dictionary"
        self.rows: list[Row] = []
        self.head = widgets.HTML(self._heading())
        t = form.t
        label = t("Add an entry: {name}").format(name=place.title)
        self.add_button = button(label, self.add)
        self.unfold_button = button("", self.unfold)
        self.folded: list[Row] = []
        self.widget = widgets.VBox([])
        self.widget.add_class("ai4gov-entries")
        self._build(list(value.items()) if isinstance(value, Mapping) else [("", v) for v in value])

    @property
    def is_counted(self) -> bool:  # type: ignore[override]
        """A list without entries is a field that is blank."""
        return not self.rows

    def add(self) -> None:
        """Add a blank entry and go to its first control."""
        self._build([*self._entries(), ("", "")])
        self.form.changed()
        last = self.rows[-1]
        if last.key is not None:
            last.key.focus()
        else:
            last.editor.focus()

    def remove(self, number: int) -> None:
        """Remove the entry with this number, counted from 1."""
        entries = self._entries()
        del entries[number - 1]
        self._build(entries)
        self.form.changed()
        self.add_button.focus()

    def _entries(self) -> list[tuple[str, Plain]]:
        return [(row.key.value if row.key else "", self._entry(row)) for row in self.rows]

    def _entry(self, row: Row) -> Plain:
        """The value of an entry; a blank part is one without fields, which can be saved."""
        value = row.editor.value()
        return _EMPTY.get(self.entry_kind.name, "") if value == "" else value

    def _build(self, entries: Sequence[tuple[str, Plain]]) -> None:
        given = self.form.given(self.place.path)
        known = as_texts(list(given.values()) if isinstance(given, Mapping) else list(given))
        self.rows = [self._row(number, *entry) for number, entry in enumerate(entries, 1)]
        self.folded = [
            row
            for row, (_, value) in zip(self.rows, entries, strict=True)
            if as_texts(value) in known and not _has_blank(value)
        ]
        self._arrange()

    def _arrange(self) -> None:
        """Show the entries that are not folded, and a button in place of the others."""
        t = self.form.t
        self.unfold_button.description = t(
            "Show the entries that are filled in already ({count}): {name}"
        ).format(count=t.number(len(self.folded)), name=self.place.title)
        self.widget.children = [
            self.head,
            *([self.unfold_button] if self.folded else []),
            *(row.widget for row in self.rows if row not in self.folded),
            self.add_button,
        ]

    def unfold(self) -> None:
        """Show all entries, and go to the first that was folded."""
        first = self.folded[0].editor
        self.folded = []
        self._arrange()
        first.focus()

    def _row(self, number: int, key: str, value: Plain) -> Row:
        t, name = self.form.t, f"{self.place.title} {number}"
        at = self.place.inside(key if self.is_keyed else str(number), name)
        made = editor(self.entry_kind, at, self.form, value)
        label = t("Remove: {name}").format(name=name)
        remove = button(label, lambda: self.remove(number))
        if not self.is_keyed:
            return Row(made, None, widgets.VBox([made.widget, remove]))
        title = html.escape(t("{name}: its name").format(name=name))
        text = widgets.Text(
            value=key,
            continuous_update=False,
            description=f'<span class="ai4gov-title">{title}</span>',
            description_allow_html=True,
            layout=widgets.Layout(width="100%", flex_flow="column", height="auto"),
        )
        text.add_class("ai4gov-field")
        text.observe(lambda _: self._rename(), names="value")
        return Row(made, text, widgets.VBox([text, made.widget, remove]))

    def _rename(self) -> None:
        """The paths of faults hold the names, so the editors learn the new ones."""
        self._build(list(self.value().items()) if self.rows else [])
        self.form.changed()

    def value(self) -> Any:
        entries = self._entries()
        if not self.is_keyed:
            return [each for _, each in entries] or ""
        found: dict[str, Plain] = {}
        for key, each in entries:
            found[_free(key.strip(), found)] = each
        return found or ""

    def mark(self, marks: Marks) -> None:
        self.head.value = self._heading(marks)
        for row in self.rows:
            row.editor.mark(marks)
        inside = (each.place.path for row in self.folded for each in row.editor.inside())
        if any(path in marks.faults for path in inside):
            self.folded = []
            self._arrange()

    def inside(self) -> Iterator[Editor]:
        yield self
        for row in self.rows:
            yield from row.editor.inside()

    def blank_name(self) -> widgets.Text | None:
        """The first name of an entry that is still blank."""
        keys = [row.key for row in self.rows if row.key is not None]
        return next((key for key in keys if not key.value.strip()), None)

    def focus(self) -> None:
        (self.blank_name() or self.add_button).focus()


class QuestionsEditor(Editor):
    """The questions of a questionnaire that are asked now, each with its options.

    An answer to a question that is no longer asked stays, as a text that can be emptied.
    """

    is_counted = False

    def __init__(self, place: Place, form: Shared, value: Mapping[str, Plain]):
        super().__init__(place, form)
        self.editors: dict[str, Editor] = {}
        self.areas: list[Section] = []
        self.given = dict(value)
        self.head = widgets.HTML(self._heading())
        self.widget = widgets.VBox([])
        self.widget.add_class("ai4gov-entries")
        self.update()

    def update(self) -> None:
        """Show the questions that the answers ask for now; those that stay keep their controls."""
        answers = self._answers()
        asked = {each.key: each for each in self.form.asked(self.place.path, answers)}
        keys = [*asked, *(key for key in answers if key not in asked)]
        if keys == list(self.editors):
            return
        self.editors = {
            key: self.editors.get(key) or self._editor(key, asked.get(key), answers.get(key, ""))
            for key in keys
        }
        children, self.areas = [self.head], []
        for key, each in self.editors.items():
            title = asked[key].section if key in asked else ""
            if title and title not in [area.title for area in self.areas[-1:]]:
                self.areas.append(Section(widgets.HTML(), title, self.place.level + 1, []))
                children.append(self.areas[-1].head)
            if self.areas:
                self.areas[-1].editors.append(each)
            children.append(each.widget)
        self.widget.children = children

    def _editor(self, key: str, question: FormQuestion | None, value: Plain) -> Editor:
        if question is None:
            return editor(Kind("text"), self.place.inside(key, key), self.form, value)
        # A question says by itself what it is about.
        at = replace(self.place.inside(key, question.title, question.description), context="")
        if not question.takes_many and isinstance(value, str):
            return ChoiceEditor(at, self.form, value, value, question.options)
        ticked = value if isinstance(value, list) else [each for each in value.split(", ") if each]
        if all(isinstance(each, str) for each in ticked):
            names = {held: shown for shown, held in question.options}
            named = replace(self.form, named=lambda path, option: names.get(option, option))
            return ChoicesEditor(at, named, ticked, list(names), written=value)
        return YamlEditor(at, self.form, value)

    def _answers(self) -> dict[str, Plain]:
        """The answers that are not blank; at first, those that the file has."""
        if not self.editors:
            return self.given
        return {key: held for key, each in self.editors.items() if (held := each.value()) != ""}

    def value(self) -> dict[str, Plain] | str:
        return self._answers() or ""

    def mark(self, marks: Marks) -> None:
        self.head.value = self._heading(marks)
        for each in self.editors.values():
            each.mark(marks)

    def inside(self) -> Iterator[Editor]:
        yield self
        for each in self.editors.values():
            yield from each.inside()

    def focus(self) -> None:
        next(iter(self.editors.values())).focus()


def as_texts(value: Plain) -> Plain:
    """A plain value with a text in place of each number, as reading a file gives it."""
    if isinstance(value, Mapping):
        return {key: as_texts(each) for key, each in value.items()}
    if isinstance(value, bool):
        return "yes" if value else "no"
    return [as_texts(each) for each in value] if isinstance(value, list) else str(value)


def _has_blank(value: Plain) -> bool:
    """Whether a plain value, or anything inside it, is blank."""
    if isinstance(value, Mapping):
        return not value or any(map(_has_blank, value.values()))
    return not value or any(map(_has_blank, value)) if isinstance(value, list) else value == ""


def _free(key: str, held: Mapping[str, Plain]) -> str:
    """The key, with a number if another entry has it: one of the two would be lost."""
    numbered = (f"{key} ({number})".strip() for number in itertools.count(2))
    return next(each for each in itertools.chain([key], numbered) if each not in held)


def button(label: str, act: Callable[[], None]) -> widgets.Button:
    """A button that does one thing."""
    made = widgets.Button(description=label, layout=widgets.Layout(width="auto"))
    made.add_class("ai4gov-button")
    made.on_click(lambda _: act())
    return made


def titles(part: type[Part], name: str, t: Translator) -> tuple[str, str]:
    """The title and the description of a field in the reader's language."""
    info = part.model_fields[name]
    title, description = LazyText(info.title or name), LazyText(info.description or "")
    return title.read(t.lang), description.read(t.lang)


def editor(kind: Kind, place: Place, form: Shared, value: Plain) -> Editor:
    """The editor for a value of this kind; a YamlEditor for a value of another form."""
    if isinstance(value, str):
        if simple := _simple(kind, place, form, value):
            return simple
        value = value if value.strip() else _EMPTY.get(kind.name, value)
    if isinstance(value, Mapping):
        if kind.part:
            return PartEditor(place, form, value, kind.part)
        if kind.name == "dictionary" and form.asked(place.path, value):
            return QuestionsEditor(place, form, value)
        if kind.name == "dictionary" and kind.entry:
            return EntriesEditor(place, form, value, kind)
    if isinstance(value, list) and kind.name == "list" and kind.entry:
        return _of_list(kind, kind.entry, place, form, value)
    return YamlEditor(place, form, value)


_EMPTY: dict[str, Any] = {"part": {}, "list": [], "dictionary": {}}


def _simple(kind: Kind, place: Place, form: Shared, value: str) -> Editor | None:
    """The editor for a single value; None where several belong together."""
    if kind.name == "day" and _reads(Day, value):
        return DayEditor(place, form, value)
    if kind.name == "yes or no":
        t = form.t
        shown = [(t("yes"), "yes"), (t("no"), "no")]
        return ChoiceEditor(place, form, value, _yes_or_no(value), shown)
    if kind.name == "choice":
        shown = [(form.named(place.path, each), each) for each in kind.options]
        return ChoiceEditor(place, form, value, value, shown)
    if kind.name in ("text", "number", "count", "day"):
        return TextEditor(place, form, value, is_short=kind.name != "text")
    return None


def _of_list(kind: Kind, entry: Kind, place: Place, form: Shared, value: list[Plain]) -> Editor:
    is_flat = all(isinstance(each, str) for each in value)
    if entry.name == "choice" and is_flat:
        return ChoicesEditor(place, form, value, entry.options)
    if entry.name in ("text", "number", "count", "day") and is_flat:
        return LinesEditor(place, form, value)
    return EntriesEditor(place, form, value, kind)


def _reads(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value.strip() or None)
    except ValidationError:
        return False
    return True


def _yes_or_no(value: str) -> str:
    """The word as the form's own, where it is one for yes or no."""
    if not value.strip() or not _reads(YesNo, value):
        return value.strip()
    return "yes" if TypeAdapter(YesNo).validate_python(value.strip()) else "no"
