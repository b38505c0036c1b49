"""The service of a project: from the team's own code in model.py, or from its choices."""

import ast
import dis
import importlib
import inspect
import linecache
import re
import textwrap
from collections.abc import Iterator, Mapping
from types import CodeType, FunctionType, ModuleType
from typing import Any

from course.checking.messages import say
from course.project.names import OWN
from course.project.project_files import MODEL, Files
from course.project.service import NO_MODEL, NO_SOURCE, Service, failure, service_in

USES = say(
    "service-uses",
    "`{function}` uses “{name}” of the notebook, which cannot be kept in a file. Make it inside "
    "`train`, and return it with the model.",
)

UNUSABLE = say("service-choices", "The choices cannot be used yet: {sentence}")

LONGEST_DATA = 20_000
"""Characters of a plain value that model.py keeps, such as a list of words."""

HEAD = """\
# The model of the project, written by project.keep_model(...) from the cells of the notebook.
"""


def load_service(project: Files, text: str | None = None) -> Service:
    """The service of a project: its own code in model.py, else that of its choices.

    model.py is executed, so call this only in the team's own process. `text` replaces
    model.py. Raises ServiceError where there is neither, or where the code cannot be used.
    """
    how: dict[str, Any] = {}
    if project.way == OWN:
        from course.project.tabular import how_of

        how = how_of(project)
    code = project.saved(MODEL) if text is None else text
    if code is not ...:
        return service_in(project.path(MODEL), code, **how)
    written = project.saved("choices")
    if written is ...:
        raise failure(NO_MODEL)
    choices, faults = project.read("choices"), project.kind("choices").faults_in(written)
    if choices is None or faults:
        raise failure(UNUSABLE, sentence=faults[0])
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
        found.define(function, getattr(function, "__name__", "function"), {})
    return found.text()


class _Source:
    def __init__(self) -> None:
        self.imports: dict[str, None] = {}
        self.values: dict[str, str] = {}
        self.definitions: dict[str, str] = {}
        self.known: dict[str, Any] = {}
        """The functions and classes by their names, from when they are first met."""
        self.aliases: dict[str, str] = {}
        """Second names of functions and classes, with the first."""

    def text(self) -> str:
        parts = ["\n".join(sorted(self.imports)), "\n".join(self.values.values())]
        for own, definition in self.definitions.items():
            parts.append(definition)
            # Behind the definition, also where it uses itself by this name.
            parts += [f"{name} = {own}" for name, of in self.aliases.items() if of == own]
        return "\n\n".join([HEAD.rstrip(), *filter(None, parts)]) + "\n"

    def define(self, value: Any, name: str, notebook: Mapping[str, Any], user: str = "") -> None:
        """Add a function or class under a name, and what it uses.

        `notebook` has the names that a class uses, and `user` is the function that uses it.
        """
        if self.known.get(name) is value:
            return
        text, code = _definition(value, name)
        given = _stored(code)
        # The name that the text gives: `alias = helper` names a function a second time.
        own = name if name in given else getattr(value, "__name__", "")
        if own == name == LAMBDA and len(given) == 1:
            # Handed over by itself, `train = lambda rows: ...` has no other name than in its text.
            (own,) = (name,) = given
        if own not in given:
            raise failure(NO_SOURCE, name=name)
        if own in self.known and self.known[own] is not value:
            raise failure(USES, function=user, name=name)
        if own not in self.known:
            self.known[own] = value
            function = inspect.unwrap(value)
            held = getattr(function, "__globals__", notebook)
            around = getattr(getattr(function, "__code__", None), "co_freevars", ())
            for used in dict.fromkeys(_names(code)):
                if used in given:
                    continue
                if used in around:
                    raise failure(USES, function=own, name=used)
                if used in held:
                    self._use(used, held[used], own, held)
            # Below what it uses, so that the order of the file is that of a reader.
            self.definitions[own] = text
        if own != name:
            self.known[name] = value
            self.aliases[name] = own

    def _use(self, name: str, value: Any, function: str, notebook: Mapping[str, Any]) -> None:
        home = getattr(value, "__module__", None)
        if isinstance(value, ModuleType):
            self.imports[_import_of(value.__name__, name)] = None
        elif isinstance(home, str) and home != "__main__" and _is_in(home, value):
            own = value.__name__
            renamed = f" as {name}" if own != name else ""
            self.imports[f"from {home} import {own}{renamed}"] = None
        elif _is_defined(value):
            self.define(value, name, notebook, function)
        elif isinstance(value, re.Pattern):
            self.imports["import re"] = None
            self.values[name] = f"{name} = re.compile({value.pattern!r}, {int(value.flags)})"
        elif _is_plain(value) and len(written := repr(value)) <= LONGEST_DATA:
            self.values[name] = f"{name} = {written}"
        else:
            raise failure(USES, function=function, name=name)


def _is_defined(value: Any) -> bool:
    """Whether a value is a class, or a function, with a decorator or without."""
    wrapped = getattr(value, "__wrapped__", None)
    return isinstance(value, FunctionType | type) or isinstance(wrapped, FunctionType)


def _definition(value: Any, name: str) -> tuple[str, CodeType]:
    """The text that defines a function or class, and its code. Raises ServiceError without."""
    try:
        found = _class_text(value) if isinstance(value, type) else inspect.getsource(value)
        text = textwrap.dedent(found).rstrip()
        # Without this module's own `from __future__`, or annotations would not be compiled.
        return text, compile(text, name, "exec", dont_inherit=True)
    except (OSError, TypeError, SyntaxError):
        raise failure(NO_SOURCE, name=name) from None


def _class_text(kind: type) -> str:
    """The text of a class, found by one of its methods: `inspect` finds no class of a notebook.

    Raises OSError.
    """
    for method in vars(kind).values():
        code = getattr(inspect.unwrap(getattr(method, "__func__", method)), "__code__", None)
        if not isinstance(code, CodeType):
            continue
        lines = linecache.getlines(code.co_filename)
        for node in ast.walk(ast.parse("".join(lines))):
            if not isinstance(node, ast.ClassDef) or node.name != kind.__name__:
                continue
            if node.lineno <= code.co_firstlineno <= (node.end_lineno or 0):
                first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                return "".join(lines[first - 1 : node.end_lineno])
    return inspect.getsource(kind)


LAMBDA = "<lambda>"
"""The name of each function that was made without `def`."""

FROM_OUTSIDE = {"LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"}
"""The instructions that take a name from outside a function or a class."""


def _names(code: CodeType) -> Iterator[str]:
    """The names that a code takes from outside, in its order; and so do those inside it.

    Compiled from a text, the code also has annotations, defaults, base classes and methods.
    """
    own = _stored(code)
    for each in dis.get_instructions(code):
        name = str(each.argval)
        # Names such as __name__ are those of each module.
        if each.opname in FROM_OUTSIDE and name not in own and not re.fullmatch("__.*__", name):
            yield name
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def _stored(code: CodeType) -> set[str]:
    """The names that a text, or the body of a class, defines."""
    return {each.argval for each in dis.get_instructions(code) if each.opname == "STORE_NAME"}


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
