"""A person who has a keyboard only: everything is reached with Tab, arrows, Enter and shortcuts.

What is on the page is read from its elements, as a screen reader does; nothing is clicked, focused
or filled in by the test.
"""

from __future__ import annotations

import time

from tests.classroom.hub.real_hub import PASSWORD

FOCUSED = """() => {
    const element = document.activeElement;
    const label = element.getAttribute("aria-label")
        || (element.id && document.querySelector(`label[for="${CSS.escape(element.id)}"]`)
            ?.textContent)
        || element.textContent || element.id || "";
    return label.trim().replace(/\\s+/g, " ");
}"""
"""What a screen reader would say of the element that has the focus."""


class Keyboard:
    """The keyboard of somebody at a page."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def focused(self) -> str:
        return self.page.evaluate(FOCUSED)

    def tab_to(self, name: str, *, most: int = 120, key: str = "Tab") -> None:
        """Press Tab until the element with that name, or one that begins so, has the focus."""
        met = []
        for _ in range(most):
            met.append(self.focused())
            if met[-1].startswith(name):
                return
            self.press(key)
        raise AssertionError(f"{name!r} is not reached with {key}; these are: {met}")

    def activate(self, name: str, *, most: int = 120, key: str = "Enter") -> None:
        """Go to a link or button with Tab, and press it."""
        self.tab_to(name, most=most)
        self.press(key)

    def wait_until(self, is_so, what: str, seconds: float = 60) -> None:
        """Wait until something can be read on the page."""
        until = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < until, f"{what}; the page: {self.page.inner_text('body')}"
            self.page.wait_for_timeout(200)

    def command(self, name: str) -> None:
        """Call a command of JupyterLab's palette."""
        palette = self.page.locator("#modal-command-palette")
        entry = palette.get_by_text(name, exact=True).first
        until, is_typed = time.monotonic() + 120, False
        while not (is_typed and entry.is_visible()):
            assert time.monotonic() < until, f"no {name}; the focus is on {self.focused()}"
            is_typed = palette.is_visible()
            if is_typed:
                self.press("Control+a")
                self.type(name)
            else:
                # JupyterLab takes no shortcuts while it starts, and a late one closes the palette.
                self.press("Control+Shift+c")
            self.page.wait_for_timeout(1000)
        self.press("Enter")
        palette.wait_for(state="hidden", timeout=30_000)


FORM = """\
from course.dossier import ServiceBrief
from course.dossier.form import edit
edit(ServiceBrief, "service-brief.yml")"""

ANSWER = """high_risk = people["score_text"].isin(["Medium", "High"])"""
"""The right answer to the first exercise of the module on fairness."""

SECONDS = 90_000
"""Milliseconds that a server, a kernel or a page of JupyterLab may take."""


class LearnerAtKeyboard:
    """A French learner's whole way, from the login to the feedback."""

    def __init__(self, browser, hub, name: str):
        self.hub, self.name = hub, name
        self.page = browser.new_context(viewport={"width": 1300, "height": 1000}).new_page()
        self.keys = Keyboard(self.page)
        self.panel = self.page.locator("#nbgrader-assignment-list")

    def log_in(self) -> None:
        self.page.goto(f"{self.hub.address}/")
        log_in(self.keys, self.name)
        self.page.wait_for_url("**/ai4gov/start.html*", timeout=3 * SECONDS)
        self.page.get_by_role("heading", level=1).wait_for()

    def choose_language(self, name: str, code: str) -> None:
        self.keys.activate(name)
        self.page.locator(f"html[lang={code}]").wait_for(timeout=SECONDS)

    def open_lesson(self) -> None:
        """Follow the start page's first link, then go on in JupyterLab, with nbgrader's list."""
        self.keys.activate("Ouvrir:")
        self.page.locator(".ai4gov-bar").get_by_text("Premiers pas").wait_for(timeout=SECONDS)
        lesson = "fr/lessons/00-first-steps/00-first-steps.ipynb"
        self.page.goto(f"{self.hub.address}/user/{self.name}/lab/tree/{lesson}?reset")
        self._wait_for_notebook("00-first-steps")

    def fill_form(self) -> None:
        """Open a form in a cell of her own, fill in a field, and save it."""
        self.keys.press("Escape", "b", "Enter")
        self.keys.type(FORM)
        self.keys.press("Control+Enter")
        self.page.get_by_role("button", name="Enregistrer", exact=True).wait_for(timeout=SECONDS)
        self.keys.tab_to("Système")
        self.keys.type("Guichet du logement")
        self.keys.activate("Enregistrer", key="Space")
        saved = self.hub.home(self.name) / "fr/lessons/00-first-steps/service-brief.yml"
        self.keys.wait_until(saved.is_file, "the form was not saved")
        # ipywidgets keeps JupyterLab's shortcuts from working inside a form.
        self.keys.tab_to("Contenu de la cellule", key="Shift+Tab")

    def fetch(self) -> None:
        self._open_list()
        self.keys.activate("Fetch")
        self.panel.get_by_role("button", name="Submit", exact=True).wait_for(timeout=SECONDS)

    def open_assignment(self, slug: str) -> None:
        """Unfold the assignment in nbgrader's list, and open its notebook."""
        link = self.panel.locator(".nested_list_item a", has_text=slug)
        self._from_the_top()
        self.keys.activate(slug)
        link.wait_for(timeout=30_000)
        self.keys.press("Tab")
        self.keys.activate(slug)
        self._wait_for_notebook(slug)

    def answer(self) -> str:
        """Run the setup, write an answer, and run its check; what the check says."""
        self._go_on_to(3)
        self._write_cell(ANSWER)
        self.keys.press("Shift+Enter")
        self._wait_for_cell(4)
        self.keys.press("Shift+Enter")
        said = self.page.locator(".jp-Notebook:visible .jp-OutputArea [lang=fr]").first
        self.keys.wait_until(said.is_visible, "the check says nothing", 90)
        return said.inner_text()

    def write_note(self, cell: int, text: str) -> None:
        """Go to the cell of the note with the arrow keys, write it, and save the notebook."""
        until = time.monotonic() + 60
        while self._active_cell() < cell:
            assert time.monotonic() < until, f"the arrow keys stay at cell {self._active_cell()}"
            self.keys.press("ArrowDown")
            # JupyterLab draws cells as they come into view, and takes no key meanwhile.
            self.page.wait_for_timeout(50)
        self._write_cell(text)
        self.keys.press("Shift+Enter", "Control+s")

    def hand_in(self) -> None:
        self._open_list()
        self._from_the_top()
        self.keys.activate("Submit")
        self.panel.locator("#submitted_assignments_list .list_item").first.wait_for(timeout=SECONDS)

    def read_feedback(self) -> str:
        """Fetch the feedback in nbgrader's list, and read it from the start page's link."""
        self.page.reload()
        self.page.locator("#jp-main-dock-panel").wait_for(timeout=SECONDS)
        self._open_list()
        self.panel.get_by_text("(feedback available to fetch)").wait_for(timeout=SECONDS)
        self._from_the_top()
        self.keys.activate("Fetch Feedback")
        # nbgrader's "(view feedback)" is a link without an address, which Tab passes over.
        self.panel.get_by_text("(view feedback)").wait_for(timeout=SECONDS)
        self.page.goto(f"{self.hub.address}/user/{self.name}/ai4gov/start.html")
        self.keys.activate("lire le retour")
        self.page.wait_for_url("**/feedback/**", timeout=SECONDS)
        return self.page.content()

    def _open_list(self) -> None:
        self.keys.command("Assignment List")
        self.panel.locator(".list_item, .list_placeholder:visible").first.wait_for(timeout=SECONDS)

    def _from_the_top(self) -> None:
        """Put the focus before the list, where JupyterLab leaves it after the list has changed."""
        self.keys.command("Assignment List")
        self.keys.wait_until(lambda: self.panel.is_visible(), "the list does not come back")

    def _wait_for_notebook(self, slug: str) -> None:
        self.page.locator(".lm-TabBar-tab.lm-mod-current", has_text=slug).first.wait_for(
            timeout=SECONDS
        )
        self.page.locator(".jp-Notebook:visible").first.wait_for(timeout=SECONDS)
        self.page.get_by_text("| Inactif").first.wait_for(timeout=SECONDS)
        self._wait_for_cell(0)

    def _go_on_to(self, cell: int) -> None:
        """Run all cells before a cell."""
        for number in range(1, cell + 1):
            self.keys.press("Shift+Enter")
            self._wait_for_cell(number)

    def _write_cell(self, text: str) -> None:
        """Replace the text of the cell that has the focus."""
        editor = self.page.locator(".jp-Notebook:visible .jp-Cell.jp-mod-active .cm-content")
        until = time.monotonic() + 60
        # Enter is lost while JupyterLab draws the cell; the letters would then be shortcuts.
        while not editor.evaluate("each => each.contains(document.activeElement)"):
            assert time.monotonic() < until, f"the focus stays on {self.keys.focused()}"
            self.keys.press("Enter")
            self.page.wait_for_timeout(200)
        self.keys.press("Control+a")
        self.keys.type(text)
        self.keys.wait_until(lambda: text in editor.inner_text(), "the cell does not take the text")

    def _active_cell(self) -> int:
        active = self.page.locator(".jp-Notebook:visible .jp-Cell.jp-mod-active")
        return int(active.first.get_attribute("data-windowed-list-index", timeout=30_000))

    def _wait_for_cell(self, number: int) -> None:
        active = f'.jp-Notebook:visible .jp-mod-active[data-windowed-list-index="{number}"]'
        self.page.locator(active).first.wait_for(timeout=30_000)


def log_in(keys: Keyboard, name: str) -> None:
    """Write name and password into the hub's form."""
    keys.tab_to("Username")
    keys.type(name)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")


class InstructorAtKeyboard:
    """An instructor's whole way at the desk, from the login to the feedback that is returned."""

    def __init__(self, browser, hub, name: str):
        self.hub, self.name = hub, name
        self.page = browser.new_context(viewport={"width": 1300, "height": 1000}).new_page()
        self.keys = Keyboard(self.page)

    def log_in(self) -> None:
        """Come to the desk from a bookmark, by way of the hub's login."""
        self.page.goto(f"{self.hub.address}/services/ai4gov-desk/")
        log_in(self.keys, self.name)
        self.page.get_by_role("heading", level=1, name="Assignments").wait_for(timeout=SECONDS)

    def step(self, name: str) -> str:
        """Press a step's button, and wait until the page says that it is over."""
        self.keys.activate(f"{name}: ")
        running = self.page.locator("#work .job.running, #work .job.waiting")
        # The page from before shows the earlier step until the answer is here.
        done = self.page.locator("#work .job:first-of-type", has_text=f"{name}: ")
        done.wait_for(timeout=SECONDS)
        self.keys.wait_until(lambda: running.count() == 0, f"{name} does not end", 240)
        return done.inner_text()

    def read_note(self, *, shortcuts: bool) -> None:
        """Give a note its four points and a comment, with the desk's own keys or without them."""
        # The script shows this list when it begins to listen to keys.
        self.page.locator("#keys").wait_for()
        address = self.page.url
        if shortcuts:
            self.keys.press("1", "2", "3", "4", "c")
        else:
            self.keys.tab_to("1 ")
            for number in (1, 2, 3, 4):
                assert self.keys.focused().startswith(f"{number} ")
                self.keys.press("Space", "Tab")
        assert self.keys.focused().startswith("Comment, in the learner's language")
        self.keys.type("Read at the desk.")
        if shortcuts:
            self.keys.press("Control+Enter")
        else:
            self.keys.activate("Save and go on")
        self.keys.wait_until(lambda: self.page.url != address, "the desk stays at the note")

    def read_notes(self, count: int) -> None:
        self.keys.activate("Read the notes")
        self.page.wait_for_url("**/read")
        self.keys.activate("Start to read")
        for number in range(count):
            self.read_note(shortcuts=number % 2 == 0)
        self.page.get_by_text("All of these notes are read.").wait_for()

    def open_assignments(self) -> None:
        self.keys.activate("Assignments")
        self.page.get_by_role("heading", level=1, name="Assignments").wait_for()

    def open_formgrader(self) -> None:
        """From a note that was read to the same submission in formgrader."""
        self.keys.activate("Read the notes")
        self.page.wait_for_url("**/read")
        self.keys.tab_to("State")
        self.keys.type("All")
        self.keys.activate("Show")
        self.page.wait_for_url("**state=all**")
        self.keys.activate("Start to read")
        self.page.locator("#tick-0").wait_for()
        self.keys.activate("This submission in formgrader")
        self.page.wait_for_url("**/formgrader/submissions/**", timeout=SECONDS)
        self.page.get_by_text("Submission #").first.wait_for(timeout=SECONDS)
