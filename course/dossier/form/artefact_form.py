"""A form for an artefact: shows its YAML file as widgets, and writes the file again."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.checking.messages import GENERAL
from course.checking.outcome import as_html
from course.dossier.artefact import Artefact, as_yaml
from course.dossier.artefacts.measured_values import Fields, filled, places
from course.dossier.artefacts.measures import METRICS
from course.dossier.fields.blank_group import spoken, stored
from course.dossier.fields.faults import ArtefactError, Fault, LazyText, fault, t
from course.dossier.fields.kinds import FormQuestion, with_groups
from course.dossier.fields.parts import BLANK
from course.dossier.fields.reading import read_yaml
from course.dossier.form.widgets import (
    Editor,
    EntriesEditor,
    Marks,
    PartEditor,
    Place,
    QuestionsEditor,
    Section,
    Shared,
    as_texts,
    button,
)
from course.dossier.form.yaml_file import YamlFile
from course.language import Translator
from course.templating import environment

FOLDER = Path(__file__).parent


class ArtefactForm:
    """The form of one artefact and its file; `widget` is what a notebook shows.

    Faults are shown from the start when there is a file, and otherwise after the first check:
    a new form would begin with a fault for every field.
    """

    def __init__(
        self,
        artefact_class: type[Artefact],
        path: str | Path,
        measured: Any = None,
        lang: str | None = None,
        given: Mapping[str, Any] | None = None,
        on_saved: Callable[[], object] = lambda: None,
    ):
        """`given` are the fields of a form without a file; `on_saved` is called after each save.

        Raises ArtefactError for a file that cannot be read.
        """
        self.artefact_class = artefact_class
        self.measured, self.on_saved = measured, on_saved
        self.t = Translator(GENERAL, lang)
        self.file = YamlFile(artefact_class, path)
        self.shows_faults = self.file.text is not None
        self.listed: list[str] = []
        self.shared = Shared(self.t, self._changed, self._option, self._asked, self._given_at)
        self.status = widgets.HTML()
        self.sections: list[Section] = []
        self.menu = widgets.Box([])
        self.menu.add_class("ai4gov-menu")
        self.fault_box = widgets.VBox([])
        self.fault_box.add_class("ai4gov-faults")
        self.conflict_box = widgets.VBox([])
        self.body = widgets.VBox([])
        self.buttons = self._buttons()
        self.bar = widgets.Box([self.buttons["save"], self.buttons["left"], self.status])
        self.bar.add_class("ai4gov-bar")
        self.buttons["save"].add_class("ai4gov-first")
        self.given = self._spoken(as_texts(dict(given or {})))
        self._build(self._read())
        self.widget = self._page()

    # What is filled in

    def fields(self) -> Fields:
        """The plain fields as they are filled in now; a blank field is an empty text."""
        shown = {name: each.value() for name, each in self.root.editors.items()}
        return with_groups(self.artefact_class, shown, stored) | self.root.unknown

    def _spoken(self, fields: Fields) -> Fields:
        """The fields as the form shows them: a blank group has the reader's words."""
        return with_groups(self.artefact_class, fields, lambda each: spoken(each, self.t.lang))

    def faults(self) -> list[Fault]:
        """All faults of what is filled in now; an entry without a name is one too."""
        unnamed = [
            fault(BLANK, each.place.path, meaning=t("a name for each entry."))
            for each in self.root.inside()
            if isinstance(each, EntriesEditor) and each.blank_name()
        ]
        return [*unnamed, *self.artefact_class.faults_by_label(self.fields(), self.measured)]

    def text(self) -> str:
        """The YAML of what is filled in now, also where a value is of the wrong type."""
        fields = self.fields()
        try:
            return self.artefact_class(**fields).to_yaml()
        except ArtefactError:
            return as_yaml(_with_blanks(fields))

    # What the buttons do

    def show_left(self) -> None:
        """Show all faults, and go to the first."""
        self.shows_faults = True
        self._show_faults()
        if buttons := self.fault_buttons():
            buttons[0].focus()

    def save(self) -> None:
        """Write the file, unless somebody else has changed it: then offer both versions."""
        self.shows_faults = True
        self._show_faults()
        try:
            if self.file.is_changed():
                self._offer_both()
            else:
                self.file.write(self.text())
                self.on_saved()
                self._say(self._saved())
        except ArtefactError as error:
            self._say(str(error))

    def fill(self) -> None:
        """Put the numbers that the notebook measured into their fields."""
        self._build(filled(self.artefact_class, self.fields(), self.measured))
        t = self.t
        self._say(t("The measured numbers are filled in. Not saved yet."))
        self.buttons["fill"].focus()

    def derive(self) -> None:
        """Fill in the fields that follow from the others, or say what they still lack."""
        t = self.t
        try:
            whole = self.artefact_class(**self.fields()).replayed()
        except ArtefactError as error:
            self.shows_faults = True
            self._show_faults()
            self._say(error.faults[0].read(t.lang))
            return
        follow = read_yaml(whole.to_yaml())[0]
        names = self.artefact_class.DERIVED
        self._build({**self.fields(), **{name: follow[name] for name in names}})
        self._say(t("What follows from the answers is filled in. Not saved yet."))
        self.buttons["derive"].focus()

    def take_file(self) -> None:
        """Show the file's version; what was filled in is kept beside it."""
        try:
            aside = self.file.keep(self.text())
            self._build(self._read())
        except ArtefactError as error:
            self._say(str(error))
            return
        self._settle(aside)

    def take_form(self) -> None:
        """Write what is filled in; the file's version is kept beside it."""
        try:
            aside = self.file.keep(self.file.read())
            self.file.write(self.text())
            self.on_saved()
        except ArtefactError as error:
            self._say(str(error))
            return
        self._settle(aside)

    def fault_buttons(self) -> list[widgets.Button]:
        """The buttons at the head that go to the field of a fault."""
        return [each for each in self.fault_box.children if isinstance(each, widgets.Button)]

    def editor_at(self, path: str) -> Editor | None:
        """The editor of a place, or of the narrowest one around it."""
        editors = {each.place.path: each for each in self.root.inside() if each.place.path}
        path = spoken(path, self.t.lang)
        while path and path not in editors:
            path = path.rpartition(".")[0]
        return editors.get(path)

    # What is shown

    def _read(self) -> Fields:
        text = self.file.read()
        return self.given if self.file.text is None else read_yaml(text)[0]

    def _build(self, fields: Mapping[str, Any]) -> None:
        """Show these fields under the headings of the artefact's page."""
        self.built_from = fields
        shown = self._spoken(dict(fields))
        self.root = PartEditor(Place("", ""), self.shared, shown, self.artefact_class)
        left = dict(self.root.editors)
        children: list[widgets.Widget] = []
        self.sections = []
        for heading, names in self.artefact_class.SECTIONS:
            editors = [left.pop(name) for name in names]
            self.sections.append(Section(widgets.HTML(), heading.read(self.t.lang), 4, editors))
            children += [self.sections[-1].head, *(each.widget for each in editors)]
        self.body.children = [*children, *(each.widget for each in left.values())]
        self._show_faults()

    def _page(self) -> widgets.VBox:
        title = html.escape(self.artefact_class.TITLE.read(self.t.lang))
        page = widgets.VBox(
            [
                widgets.HTML(f"<style>{_style()}</style><h3>{title}</h3>{self._intro()}"),
                self.menu,
                self.fault_box,
                *([self.buttons["fill"]] if self.measured is not None else []),
                self.body,
                *([self.buttons["derive"]] if self.artefact_class.DERIVED else []),
                self.conflict_box,
                self.bar,
            ]
        )
        page.add_class("ai4gov-form")
        page.add_class("ai4gov-piece")
        return page

    def _intro(self) -> str:
        t = self.t
        lines = [
            t(
                "This form and the file `{file}` are the same: you can also write in the file. "
                "Tab goes to the next field, Shift+Tab to the one before."
            ).format(file=self.file.path.name)
        ]
        if self.file.has_inner_comments():
            lines.append(
                t(
                    "The file has comments between its fields. Saving the form keeps only the "
                    "comments above the first field."
                )
            )
        return "".join(f"<p>{as_html(line)}</p>" for line in lines)

    def _buttons(self) -> dict[str, widgets.Button]:
        t = self.t
        return {
            "fill": button(t("Fill in the measured numbers"), self.fill),
            "derive": button(t("Fill in what follows from the answers"), self.derive),
            "save": button(t("Save"), self.save),
            "left": button("", self.show_left),
        }

    def _asked(self, name: str, answers: Mapping[str, Any]) -> Sequence[FormQuestion]:
        """The questions of a field, which other fields can decide too."""
        fields = {**self.built_from, name: answers}
        return self.artefact_class.questions(name, fields, self.t.lang)

    def _given_at(self, path: str) -> Any:
        """What the form began with at a path, such as "candidates.1.measures"; else nothing."""
        found: Any = self.given
        for key in path.split("."):
            if isinstance(found, list) and key.isdigit() and 0 < int(key) <= len(found):
                found = found[int(key) - 1]
            else:
                found = found.get(key, ()) if isinstance(found, Mapping) else ()
        return found if isinstance(found, list | Mapping) else ()

    def _changed(self) -> None:
        self.built_from = self.fields()
        for each in list(self.root.inside()):
            if isinstance(each, QuestionsEditor):
                each.update()
        self._show_faults()
        t = self.t
        self._say(t("Not saved yet."))

    def _show_faults(self) -> None:
        """Show each fault at its field and all of them at the head."""
        left = self.faults()
        self.buttons["left"].description = self._left(left)
        self.buttons["left"].layout.display = "inline-flex" if left else "none"
        faults = left if self.shows_faults else []
        beside: dict[str, list[Fault]] = {}
        for each in faults:
            home = self.editor_at(each.where)
            beside.setdefault(home.place.path if home else "", []).append(each)
        measured = (
            places(self.artefact_class, self.fields(), self.measured)
            if self.measured is not None
            else set()
        )
        self.root.mark(Marks(beside, measured | {spoken(each, self.t.lang) for each in measured}))
        self._list_faults(faults)
        self._count()

    def _count(self) -> None:
        """Say at each heading, and in the menu, how many of the fields below are filled in."""
        found = list(self._all_sections())
        if [each.title for each in found] != self.listed:
            self.listed = [each.title for each in found]
            self.menu.children = [button("", partial(self._go_to, title)) for title in self.listed]
            self.menu.layout.display = "flex" if len(found) > 2 else "none"
        for section, line in zip(found, self.menu.children, strict=True):
            done, of_all = section.count(self.t)
            line.description = f"{section.title} {done}/{of_all}"

    def _all_sections(self) -> Iterator[Section]:
        """The sections, and the areas of a questionnaire."""
        yield from self.sections
        for each in self.root.inside():
            if isinstance(each, QuestionsEditor):
                yield from each.areas

    def _go_to(self, title: str) -> None:
        found = next((each for each in self._all_sections() if each.title == title), None)
        if found and found.editors:
            found.editors[0].focus()

    def _list_faults(self, faults: Sequence[Fault]) -> None:
        self.fault_box.layout.display = "flex" if faults else "none"
        self.fault_box.children = [
            widgets.HTML(f"<h4>{html.escape(self._left(faults))}</h4>"),
            *(self._fault_line(each) for each in faults),
        ]

    def _fault_line(self, found: Fault) -> widgets.Widget:
        """A button that goes to the field; a sentence alone where no field has the fault."""
        sentence = found.read(self.t.lang)
        if self.editor_at(found.where) is None:
            return widgets.HTML(f'<p class="ai4gov-fault">{as_html(sentence)}</p>')

        def go() -> None:
            if home := self.editor_at(found.where):
                home.focus()

        t = self.t
        quoted = re.sub(r"`([^`]*)`", lambda name: t("“{name}”").format(name=name[1]), sentence)
        return button(quoted, go)

    def _offer_both(self) -> None:
        t = self.t
        sentence = t(
            "`{file}` was changed outside this form, so nothing was saved. Which version do you "
            "want? The other one is kept beside it."
        ).format(file=self.file.path.name)
        self.conflict_box.children = [
            widgets.HTML(f'<p role="alert">{as_html(sentence)}</p>'),
            button(t("The version in the file"), self.take_file),
            button(t("The version in this form"), self.take_form),
        ]
        self._say("")
        self.conflict_box.children[1].focus()

    def _settle(self, aside: Path) -> None:
        t = self.t
        self.conflict_box.children = []
        kept = t("The other version is in `{file}`.").format(file=aside.name)
        self._say(f"{self._saved()} {kept}")
        self.buttons["save"].focus()

    def _saved(self) -> str:
        t = self.t
        saved = t("Saved in `{file}`.").format(file=self.file.path.name)
        left = self.faults()
        return f"{saved} {self._left(left)}." if left else saved

    def _left(self, faults: Sequence[Fault]) -> str:
        t = self.t
        return t("Still to do: {count}").format(count=t.number(len(faults)))

    def _say(self, sentence: str) -> None:
        self.status.value = f'<p role="status">{as_html(sentence)}</p>'

    def _option(self, path: str, option: str) -> str:
        """The name of an option of the choice at a path.

        Without a name of its own, the option's text serves as the key of the translation.
        """
        own = self.artefact_class.option_name(path, option, self.t.lang)
        return own or METRICS.get(option, LazyText(option)).read(self.t.lang)


def _with_blanks(value: Any) -> Any:
    """Plain fields with None in place of blank texts, as YAML writes a blank."""
    if isinstance(value, dict):
        return {key: _with_blanks(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_blanks(each) for each in value]
    return None if value == "" else value


@lru_cache
def _style() -> str:
    return environment(FOLDER).get_template("form.css").render()
