"""The service of a project: from the team's own code in model.py, or from its choices."""

import importlib
import inspect
import re
import textwrap
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from course.checking.messages import say
from course.project.files import Files
from course.project.names import OWN
from course.project.service import NO_MODEL, NO_SOURCE, Service, failure, service_in

USES = say(
    "service-uses",
    "`{function}` uses “{name}” of the notebook, which cannot be kept in a file. Make it inside "
    "`train`, and return it with the model.",
)

LONGEST_DATA = 20_000
"""Characters of a plain value that model.py keeps, such as a list of words."""

HEAD = """\
# The model of the project, written by project.keep_model(...) from the cells of the notebook.
"""


def load_service(project: Files, text: str | None = None) -> Service:
    """The service of a project: its own code in model.py, else that of its choices.

    model.py is executed, so call this only in the team's own process. `text` stands in place of
    model.py. Raises ServiceError where there is neither, or where the code cannot be used.
    """
    how: dict[str, Any] = {}
    if project.way == OWN:
        from course.project.tabular import how_of

        how = how_of(project)
    code = project.content("model.py") if text is None else text.encode()
    if code is not None:
        return service_in(project.path("model.py"), code.decode("utf-8", "replace"), **how)
    choices = project.read("choices")
    if choices is None or choices.faults():
        raise failure(NO_MODEL)
    if project.way == OWN:
        from course.project.tabular import ready_own_service

        return ready_own_service(project, choices)
    from course.project.ready import ready_service

    return ready_service(choices)


def source_of(*functions: Any) -> str:
    """The text of model.py: functions of a notebook, and all that they use.

    Modules and what comes from modules are imported; other functions of the notebook are copied;
    plain values (numbers, texts, lists, dictionaries and the like) are written out. Raises
    ServiceError for anything else, such as a model that was fitted in another cell.
    """
    found = _Source()
    for function in functions:
        found.add(function, getattr(function, "__name__", "function"))
    return found.text()


class _Source:
    def __init__(self) -> None:
        self.imports: dict[str, None] = {}
        self.values: dict[str, str] = {}
        self.definitions: dict[str, str] = {}

    def text(self) -> str:
        parts = ["\n".join(sorted(self.imports)), "\n".join(self.values.values())]
        return "\n\n".join([HEAD.rstrip(), *filter(None, parts), *self.definitions.values()]) + "\n"

    def add(self, function: Any, name: str) -> None:
        if name in self.definitions:
            return
        try:
            text = textwrap.dedent(inspect.getsource(function)).rstrip()
        except (OSError, TypeError):
            raise failure(NO_SOURCE, name=name) from None
        self.definitions[name] = ""
        held = getattr(function, "__globals__", {})
        code = getattr(function, "__code__", None)
        for used in _names(code) if isinstance(code, CodeType) else ():
            if used in held and used != name:
                self._use(used, held[used], name)
        # Below what it uses, so that the order of the file is that of a reader.
        del self.definitions[name]
        self.definitions[name] = text

    def _use(self, name: str, value: Any, function: str) -> None:
        home = getattr(value, "__module__", None)
        if isinstance(value, ModuleType):
            self.imports[_import_of(value.__name__, name)] = None
        elif isinstance(home, str) and home != "__main__" and _is_in(home, value):
            own = value.__name__
            renamed = f" as {name}" if own != name else ""
            self.imports[f"from {home} import {own}{renamed}"] = None
        elif isinstance(value, FunctionType | type):
            self.add(value, name)
        elif isinstance(value, re.Pattern):
            self.imports["import re"] = None
            self.values[name] = f"{name} = re.compile({value.pattern!r}, {int(value.flags)})"
        elif _is_plain(value) and len(written := repr(value)) <= LONGEST_DATA:
            self.values[name] = f"{name} = {written}"
        else:
            raise failure(USES, function=function, name=name)


def _names(code: CodeType) -> Iterator[str]:
    """The names that a function's code, and the code inside it, uses."""
    yield from code.co_names
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _names(each)


def _import_of(module: str, name: str) -> str:
    return f"import {module}" if module == name else f"import {module} as {name}"


def _is_in(module: str, value: Any) -> bool:
    """Whether a module has this value under the value's own name."""
    name = getattr(value, "__name__", "")
    try:
        return bool(name) and getattr(importlib.import_module(module), name, None) is value
    except ImportError:
        return False


def _is_plain(value: Any) -> bool:
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(_is_plain(key) and _is_plain(each) for key, each in value.items())
    return value is None or type(value) in (bool, int, float, str, bytes)
