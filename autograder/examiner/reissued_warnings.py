"""Issues warnings of the learner's code again where the test is, under the test's own filters."""

import warnings
from collections.abc import Sequence
from typing import Any

from autograder.bridge import course_modules
from autograder.bridge.codec import Refused
from autograder.bridge.messages import LONGEST_NAME, Warned
from autograder.bridge.proxy import RemoteType, facts_of, is_remote, isinstance_exactly
from autograder.bridge.stand_ins import builtin_base
from autograder.examiner.trust import SILENT_EXCEPTIONS, Policy, _handled, _must_reach_the_cell


class ReissuedWarnings:
    """The warnings of the last answer that have not been issued yet."""

    def __init__(self, link: Policy):
        self.link = link
        self.begin()

    def begin(self) -> None:
        """A test cell begins, under these filters: the list itself, and a copy."""
        self.filters, self.usual_filters = warnings.filters, list(warnings.filters)
        self.waiting: Sequence[Warned] | None = None
        self.registries: dict[str, dict[Any, Any]] = {}

    def has_changed_filters(self) -> bool:
        """Whether the test has changed the warnings filters since the start of its cell."""
        now = warnings.filters
        return now is not self.filters or now != self.usual_filters

    def issue(self) -> None:
        """Issue the warnings of the last answer again, under the test's own filters."""
        __tracebackhide__ = True
        issued, self.waiting = self.waiting, None
        if issued is None or self.link.fault is not None or not self.has_changed_filters():
            return
        may_raise = not _must_reach_the_cell(_handled())
        try:
            understood = [self._understood(each) for each in issued]
        except Exception as fault:
            self.link.lost(fault)
        for warning, module, line in understood:
            registry = self.registries.setdefault(module, {})
            try:
                # The name in brackets keeps linecache from opening a file that the learner names.
                warnings.warn_explicit(
                    warning, type(warning), f"<{module}>", line, module, registry
                )
            except Warning:
                if may_raise:
                    raise

    def _understood(self, issued: Warned) -> tuple[Warning, str, int]:
        found: Any = self.link.find(issued.tag) if issued.tag is not None else None
        # A warning that is a SkipTest, too, would end a unittest quietly if it is raised.
        if isinstance_exactly(found, Warning) and not issubclass(type(found), SILENT_EXCEPTIONS):
            if is_remote(found):
                object.__setattr__(found, "args", (issued.text,))
                facts_of(found)[2]["text"] = issued.text
        else:
            found = self._library_warning(issued.kinds, issued.text)
        module = issued.module
        is_name = len(module) <= LONGEST_NAME and all(map(str.isidentifier, module.split(".")))
        return found, module if is_name else "__main__", issued.line

    def _library_warning(self, kinds: Sequence[int], text: str) -> Warning:
        """A warning of the first of these classes that is Python's or a library's.

        Its constructor does not run, so nothing but the text is the learner's.
        """
        for kind in map(self.link.their_class, kinds):
            if (
                not isinstance_exactly(kind, RemoteType)
                and issubclass(kind, Warning)
                and not course_modules.is_of_course(kind)
                and kind.__str__ is BaseException.__str__
            ):
                made: Warning = builtin_base(kind).__new__(kind, text)
                return made
        raise Refused("no class of warnings")
