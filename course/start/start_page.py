"""start_page(), which the start notebook calls: where the learner is, and buttons.

The buttons need a kernel and ipywidgets: keep a language, take everything along, bring it back.
Without them, the page is shown alone.
"""

import html
from pathlib import Path
from typing import Any

from course.checking.messages import GENERAL
from course.errors import UserError
from course.language import LANGUAGES, Translator, current
from course.os_errors import os_fault
from course.start import carry, chosen_route, home, hub_assignments, parent_server
from course.start import learner_pages as page
from course.start.chosen_language import choose, chosen


class StartPage:
    """The start page in a notebook, which shows itself as HTML."""

    def __init__(self, there: page.LearnerHome, folder: Path):
        self.there = there
        self.folder = folder

    def _link(self, path: str, cell: str) -> str:
        return home.from_folder(self.there.home, self.folder, path, cell)

    def __repr__(self) -> str:
        found, t = page.view(self.there, self._link), Translator(GENERAL, self.there.lang)
        if found.next is None:
            return t("There is nothing left to do. Well done.")
        return f"{t('Go on here')}: {found.next.module}, {found.next.step}"

    def _repr_html_(self) -> str:
        return page.start_body(self.there, self._link)


def start_page() -> StartPage | None:
    """Show where the learner is and what is next; write start.html; choose the language once.

    Returns the page to show where there are no widgets; else shows it, above its buttons, and
    returns None.
    """
    folder = Path.cwd()
    where = home.home_of(folder) or folder
    lang = current()
    t = Translator(GENERAL, lang)
    problem = ""
    try:
        # On a hub, the class list counts until the learner herself presses a button.
        if not chosen() and not hub_assignments.on_a_hub():
            choose(lang)
        page.write_pages(where, look_up=True)
    except (OSError, UserError) as error:
        reason = os_fault(error).read(lang) if isinstance(error, OSError) else error
        problem = t("The start page could not be written: {reason}").format(reason=reason)
    there = page.learner_home(where, lang, hub_assignments.kept(where))
    shown = StartPage(there if not problem else _with(there, problem), folder)
    if not _has_widgets():
        return shown
    from IPython.display import display

    show: Any = display  # IPython's own is untyped.
    show(shown)
    show(_Buttons(where, folder, t).widget)
    return None


def _with(there: page.LearnerHome, problem: str) -> page.LearnerHome:
    return page.LearnerHome(there.home, there.lang, there.found, there.status, problem)


def _has_widgets() -> bool:
    """Whether widgets can be shown: there are ipywidgets and a live kernel."""
    try:
        import ipywidgets  # noqa: F401
        from ipykernel.kernelbase import Kernel
    except ImportError:
        return False
    return bool(Kernel.initialized())


def _anchor(link: str, words: str, attributes: str) -> str:
    return f'<a href="{html.escape(link)}" {attributes}>{html.escape(words)}</a>'


class _Buttons:
    """The buttons below the page, and the line that says what they did."""

    def __init__(self, where: Path, folder: Path, t: Translator):
        import ipywidgets as widgets

        self.home, self.folder, self.t = where, folder, t
        self.said = widgets.HTML()
        self.said.add_class("ai4gov-said")
        row = widgets.Layout(flex_flow="row wrap")
        wide = widgets.Layout(width="auto", max_width="100%")
        self.language = widgets.VBox(self._language_buttons(wide, row))
        take = widgets.Button(description=t("Take everything along"), layout=wide, icon="download")
        take.on_click(self._take)
        self.upload = widgets.FileUpload(
            accept=".zip", multiple=False, description=t("Bring back: choose the file"), layout=wide
        )
        self.upload.observe(self._uploaded, names="value")
        self.found = widgets.VBox(self._found_buttons(wide))
        self.route = widgets.Dropdown(
            options=[(t("Choose a route"), ""), *((e.title, e.key) for e in page.route_choices(t))],
            value=chosen_route.chosen(),
            layout=wide,
        )
        self.route.observe(self._take_route, names="value")
        self.widget = widgets.VBox(
            [
                widgets.HTML(f"<h3>{html.escape(t('Take your work along'))}</h3>"),
                widgets.HBox([take, self.upload], layout=row),
                # Jupyter's server refuses messages to the kernel of more than 10 MB.
                widgets.HTML(f"<p>{html.escape(self._if_large())}</p>"),
                self.found,
                self.language,
                self.route,
                self.said,
            ]
        )

    def _if_large(self) -> str:
        t = self.t
        return t(
            "Is the file larger than 7 MB? Upload it with the arrow above the list of files, into "
            "the folder of this page; run this cell again, and a button for it appears."
        )

    def _say(self, sentence: str, *, is_html: bool = False) -> None:
        shown = sentence if is_html else html.escape(sentence)
        # The role has a screen reader say the sentence when it appears.
        self.said.value = f'<p role="status">{shown}</p>'

    def _language_buttons(self, layout: Any, row: Any) -> list[Any]:
        import ipywidgets as widgets

        t, kept, lang = self.t, chosen(), self.t.lang
        if kept == lang or kept not in LANGUAGES:
            sentence = t("Your language is {language}; the course keeps it.").format(
                language=LANGUAGES[lang]
            )
        else:
            sentence = t("You have chosen {language}.").format(language=LANGUAGES[kept])
        made: list[Any] = []
        for code, name in LANGUAGES.items():
            if code != kept:
                text = t("Use {language} from now on").format(language=name)
                button = widgets.Button(description=text, layout=layout)
                button.on_click(lambda _, code=code: self._choose(code))
                made.append(button)
        return [widgets.HTML(f"<p>{html.escape(sentence)}</p>"), widgets.HBox(made, layout=row)]

    def _found_buttons(self, layout: Any) -> list[Any]:
        import ipywidgets as widgets

        t, made = self.t, []
        for path in carry.found_in(self.home)[:5]:
            text = t("Bring back {file}").format(file=path.name)
            button = widgets.Button(description=text, layout=layout)
            button.on_click(lambda _, path=path: self._bring(path))
            made.append(button)
        return made

    def _choose(self, code: str) -> None:
        try:
            page.use_language(self.home, code)
        except (OSError, UserError) as error:
            self._say(str(error))
            return
        notebook = home.start_notebook(self.home, code)
        there = Translator(GENERAL, code)
        kept = there("Your language is {language}; the course keeps it.")
        sentence = html.escape(kept.format(language=LANGUAGES[code]))
        link = parent_server.link(self.home / notebook, view="notebooks") if notebook else None
        if link:
            sentence += " " + _anchor(link, there("Open the start notebook"), 'target="_blank"')
        self._say(sentence, is_html=True)

    def _take_route(self, change: Any) -> None:
        if not change["new"]:
            return
        try:
            page.use_route(self.home, change["new"])
        except (OSError, UserError) as error:
            self._say(str(error))
            return
        self._say(self.t("Your route is kept. Run this cell again to see it above."))

    def _take(self, _: object) -> None:
        t = self.t
        try:
            taken = carry.take_along(self.home, lang=t.lang)
        except UserError as error:
            self._say(str(error))
            return
        sentence = html.escape(
            t("{file} holds your progress and the files that you changed: {count}.").format(
                file=taken.path.name, count=t.number(taken.files)
            )
        )
        link = parent_server.link(taken.path, view="files")
        if link:
            sentence += " " + _anchor(f"{link}?download=1", t("Download the file"), "download")
        left = ""
        if taken.left_out:
            names = ", ".join(taken.left_out[:10])
            left = " " + html.escape(
                t("Left out (another kind of file, or too large): {names}").format(names=names)
            )
        self._say(sentence + left, is_html=True)

    def _uploaded(self, change: Any) -> None:
        if not change["new"]:
            return
        given = change["new"][0]
        content = bytes(given["content"])
        self.upload.value = ()
        self._bring(content)

    def _bring(self, packed: Path | bytes) -> None:
        t = self.t
        try:
            sentence = page.bring_back(packed, self.home, t.lang)
        except (OSError, UserError) as error:
            self._say(str(error))
            return
        self._say(sentence + " " + t("Run this cell again to see it above."))
