"""Read YAML safely: each value as the text that was written, with its line."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from course.checking.messages import say
from course.dossier.fields.faults import ArtefactError, Fault, fault, short

LONGEST = 50_000
"""Characters of the longest text that is read; a filled artefact has some thousands."""

TOO_LONG = say("yaml-too-long", "The text is too long to be read: at most {longest} characters.")
TOO_DEEP = say("yaml-too-deep", "The text is nested too deeply: write it as the example shows.")
NO_FIELDS = say(
    "yaml-no-fields",
    "No field was found: write each as its name, a colon, a space and its value, as in "
    "`name: Loan check`.",
)
TWICE = say("yaml-twice", "The field `{where}` occurs here twice: keep one of them.")
ALIAS = say(
    "yaml-alias",
    "A value that begins with * refers to another place, which is not allowed here: write it "
    "out, or put it in quotation marks.",
)
COLON = say(
    "yaml-colon",
    "There is a second colon here, and YAML takes it for a field: put the whole text in "
    "quotation marks.",
)
TAB = say("yaml-tab", "There is a tab here: indent with spaces.")
SIGN = say(
    "yaml-sign",
    "A text cannot begin with this sign, or holds one that cannot be read: put the text in "
    "quotation marks.",
)
QUOTE = say("yaml-quote", "A quotation mark or a bracket is opened before this and not closed.")
FORM = say(
    "yaml-form",
    "This cannot be read. Each field is its name, a colon, a space and its value; what belongs "
    "to it is written below, indented by two spaces.",
)


def read_yaml(text: str, longest: int = LONGEST) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields of a YAML text, and the line of each by its path, counted from 1.

    Values are texts, so that `1.10` stays a version and `no` a word until the artefact's types
    convert them. Raises ArtefactError for a text that is not YAML, has a field twice, has an alias
    (`*name`), or is longer than `longest` characters.
    """
    if len(text) > longest:
        raise ArtefactError([fault(TOO_LONG, longest=longest)])
    lines: dict[str, int] = {}
    try:
        node = yaml.compose(text, Loader=_Loader)
        fields = {} if node is None else _plain(node, "", lines)
    except yaml.YAMLError as error:
        raise ArtefactError([_unreadable(error, text)]) from None
    except RecursionError:
        raise ArtefactError([fault(TOO_DEEP)]) from None
    if not isinstance(fields, dict):
        raise ArtefactError([fault(NO_FIELDS)])
    return fields, lines


class _Loader(yaml.BaseLoader):
    """Texts, lists and mappings only. Aliases are refused: nested ones multiply without bound."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            parser: Any = self  # The type stubs of PyYAML leave peek_event untyped.
            raise ArtefactError([_at(fault(ALIAS), parser.peek_event().start_mark)])
        return super().compose_node(parent, index)


def _plain(node: yaml.Node, where: str, lines: dict[str, int]) -> object:
    """A node as text, list or dict; the line of each entry is added to `lines`."""
    if isinstance(node, yaml.ScalarNode):
        return "" if node.style is None and node.value in ("~", "null") else node.value
    found: dict[str, object] = {}
    for key, mark, value in _entries(node):
        path = f"{where}.{key}" if where else key
        if key in found:
            raise ArtefactError([_at(fault(TWICE, short(path)), mark)])
        lines[path] = mark.line + 1
        found[key] = _plain(value, path, lines)
    return found if isinstance(node, yaml.MappingNode) else list(found.values())


def _entries(node: yaml.Node) -> Iterator[tuple[str, yaml.Mark, yaml.Node]]:
    """The entries of a mapping by their keys, those of a list by their numbers from 1."""
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, 1):
            yield str(number), item.start_mark, item
        return
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ArtefactError([_at(fault(FORM), key.start_mark)])
        yield key.value, key.start_mark, value


def _at(found: Fault, mark: yaml.Mark) -> Fault:
    return replace(found, line=mark.line + 1)


def _unreadable(error: yaml.YAMLError, text: str) -> Fault:
    """An error of PyYAML as a sentence for readers who do not know YAML."""
    problem = str(getattr(error, "problem", None) or "")
    if "mapping values are not allowed" in problem:
        message = COLON
    elif r"'\t'" in problem:
        message = TAB
    elif "cannot start any token" in problem or isinstance(error, yaml.reader.ReaderError):
        message = SIGN
    elif "end of stream" in problem or "end of document" in problem or "','" in problem:
        message = QUOTE
    else:
        message = FORM
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return _at(fault(message), mark)
    before = text[: getattr(error, "position", 0)]
    return replace(fault(message), line=before.count("\n") + 1)
