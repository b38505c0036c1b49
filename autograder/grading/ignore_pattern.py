"""nbgrader's IgnorePattern, with its regular expression searched for in a worker process.

The pattern is the instructor's and the text is the learner's: `.*experimental.*`, as nbgrader's
documentation has it, takes half an hour for a line of a megabyte, and no other thread runs
meanwhile.
"""

import re

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader import preprocessors

from autograder.bounded import BoundedError, shared_worker
from autograder.files import PARSING_SECONDS


class IgnorePattern(preprocessors.IgnorePattern):
    """Takes out outputs on stderr that match `c.IgnorePattern.pattern`.

    Raises ValueError when the pattern takes too long.
    """

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Search in all outputs by one call."""
        code = [cell for cell in nb.cells if cell.cell_type == "code"] if self.pattern else []
        texts = [output.text for cell in code for output in cell.outputs if _is_stderr(output)]
        if not texts:
            return nb, resources
        function = "autograder.grading.ignore_pattern:search"
        try:
            found = shared_worker().call(function, self.pattern, texts, seconds=PARSING_SECONDS)
        except BoundedError as error:
            raise ValueError(f"c.IgnorePattern.pattern and what its cells print: {error}") from None
        matches = iter(found)
        for cell in code:
            cell.outputs = [
                output for output in cell.outputs if not (_is_stderr(output) and next(matches))
            ]
        return nb, resources


def _is_stderr(output: NotebookNode) -> bool:
    return bool(output.output_type == "stream" and output.name == "stderr")


def search(pattern: str, texts: list[str]) -> list[bool]:
    """For each text, whether it holds a match; called in a worker process."""
    return [re.search(pattern, text) is not None for text in texts]
