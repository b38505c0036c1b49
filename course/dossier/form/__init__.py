"""Fill in an artefact in a form, or in its YAML file where no form can be shown."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from course.checking.messages import GENERAL
from course.dossier.artefact import Artefact, as_yaml
from course.dossier.fields.blank_group import spoken
from course.dossier.fields.faults import LazyText
from course.dossier.fields.kinds import Kind, kind, with_groups
from course.dossier.fields.parts import Part
from course.dossier.form.yaml_file import read_text
from course.language import Translator

KEYS = """\
if (!window.ai4govFormKeys) {
  window.ai4govFormKeys = true;
  document.addEventListener("focusin", (event) => {
    if (event.target.closest(".ai4gov-form"))
      event.target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  let groups = 0;
  const dress = () => {
    for (const box of document.querySelectorAll(".ai4gov-form .widget-radio-box:not([role])")) {
      const radios = box.querySelectorAll("input");
      if (!radios.length) continue;
      box.setAttribute("role", "radiogroup");
      groups += 1;
      const title = box.parentElement.querySelector(".widget-label");
      title.id ||= "ai4gov-title-" + groups;
      box.setAttribute("aria-labelledby", title.id);
      for (const radio of radios) radio.name = "ai4gov-radio-" + groups;
      const label = box.firstElementChild;
      label.tabIndex = -1;
      label.addEventListener("focus", () => (box.querySelector(":checked") || radios[0]).focus());
    }
  };
  new MutationObserver(dress).observe(document.body, { childList: true, subtree: true });
  dress();
}
"""
"""Have JupyterLab leave the form's keys alone: on a drop-down or a button it would take the letter
a for a new cell, two times d for deleting one, and arrows for moves between cells.

And make the radio buttons of ipywidgets a group: named, with arrows that move the choice. Python's
`focus()` goes to the label of the first one, which cannot take it by itself."""


def saved(path: str | Path) -> Any:
    """The YAML text that a form has saved; three dots where nothing has been saved yet.

    For the answer cell below a form: `check` takes three dots as “not attempted”. Raises
    ArtefactError for a file that cannot be read.
    """
    text = read_text(Path(path))
    return ... if text is None else text


def edit(
    artefact_class: type[Artefact],
    path: str | Path,
    measured: Any = None,
    given: Mapping[str, Any] | None = None,
    on_saved: Callable[[], object] = lambda: None,
) -> None:
    """Show a form for an artefact; its Save button writes the YAML file at `path`.

    The form works with the keyboard alone. Without ipywidgets or a live kernel, print how to fill
    in the file instead. Raises ArtefactError for a file that cannot be read.

    Parameters
    ----------
    artefact_class : type of Artefact
        Such as ModelCard.
    path : str or Path
        The artefact's file; it need not exist yet, but its folder must.
    measured : optional
        What the notebook measured, as Artefact.faults takes it. A button fills the numbers in,
        and they are marked as measured.
    given : mapping, optional
        Fields to begin with, as plain values, where there is no file yet.
    on_saved : callable, optional
        Called each time the form has written the file.
    """
    if not _has_front_end():
        print(how_to(artefact_class, path, given=given))
        return
    from IPython.display import display

    from course.dossier.form.artefact_form import ArtefactForm

    form = ArtefactForm(artefact_class, path, measured, given=given, on_saved=on_saved)
    bundle: dict[str, Any] = dict(form.widget._repr_mimebundle_())
    # What is shown where a notebook is read without widgets.
    bundle["text/plain"] = how_to(artefact_class, path, given=given)
    show: Any = display  # IPython's own is untyped.
    show(bundle, raw=True)
    show({"application/javascript": KEYS, "text/plain": ""}, raw=True)


def how_to(
    artefact_class: type[Artefact],
    path: str | Path,
    lang: str | None = None,
    given: Mapping[str, Any] | None = None,
) -> str:
    """How to fill in an artefact's file, with a text to begin with that holds `given` fields."""
    t = Translator(GENERAL, lang)
    given = with_groups(artefact_class, given or {}, lambda each: spoken(each, t.lang))
    sentence = t(
        "The form is not available here. Write the file {file} in a text editor; if there is none "
        "yet, begin with this text and write behind each colon:"
    ).format(file=path)
    return f"{sentence}\n\n{template(artefact_class, t.lang, given)}"


def template(
    artefact_class: type[Artefact],
    lang: str | None = None,
    given: Mapping[str, Any] | None = None,
) -> str:
    """A YAML text with every field of an artefact, each below its explanation.

    The fields are blank, but for those that are `given`.
    """
    return "\n".join(_lines(artefact_class, "", Translator(GENERAL, lang), given)) + "\n"


def _lines(
    part: type[Part], indent: str, t: Translator, given: Mapping[str, Any] | None = None
) -> Iterator[str]:
    for name, field in part.model_fields.items():
        if given and name in given:
            yield as_yaml({name: given[name]}).rstrip("\n")
            continue
        title, description = LazyText(field.title or name), LazyText(field.description or "")
        meaning = t("{name}: {value}").format(
            name=title.read(t.lang), value=description.read(t.lang)
        )
        here = kind(field)
        written = t("Written as 2026-03-01.")
        yield f"{indent}# {meaning} {written}" if here.name == "day" else f"{indent}# {meaning}"
        if options := here.options or (here.entry.options if here.entry else ()):
            yield f"{indent}# {', '.join(options)}"
        yield f"{indent}{name}:"
        yield from _inside(here, indent, t)


def _inside(here: Kind, indent: str, t: Translator) -> Iterator[str]:
    """The lines of a part, or of the first entry of a list or dictionary."""
    if here.part:
        yield from _lines(here.part, f"{indent}  ", t)
    elif here.name == "list" and here.entry and here.entry.part:
        yield f"{indent}  -"
        yield from _lines(here.entry.part, f"{indent}    ", t)
    elif here.name == "list" and here.entry and here.entry.name == "text":
        yield f"{indent}  -"
    elif here.name == "dictionary" and here.entry and here.entry.part:
        first = t("name")
        yield f"{indent}  {first}:"
        yield from _lines(here.entry.part, f"{indent}    ", t)


def _has_front_end() -> bool:
    """Whether widgets can be shown: there are ipywidgets and a live kernel."""
    try:
        import ipywidgets  # noqa: F401
        from ipykernel.kernelbase import Kernel
    except ImportError:
        return False
    return bool(Kernel.initialized())
