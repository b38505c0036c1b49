"""The kinds of attacks, in the order of docs/attacks.md."""

from enum import StrEnum


class Kind(StrEnum):
    """What attacks of one kind have in common; the value is their heading."""

    READING = "reading what is not theirs"
    EQUALS = "objects that equal everything"
    TOOLS = "changed tools of the test"
    HOOKS = "hooks of the notebook"
    FORGED = "forged outputs"
    LATER = "threads and processes that act later"
    EDITED = "edited notebooks"
    STARTUP = "start-up and configuration files"
    LOOPS = "loops without end"
    FLOODS = "floods"
    NETWORK = "network"
    SCRIPTS = "scripts in feedback"
    LINKS = "links and devices in what is handed in"
    BETWEEN = "requests between two tests"
    MESSAGES = "forged messages between the processes"
    ESCAPES = "escapes from the box"
    VALUES = "values that explode on their way"
    WRITTEN = "files that cells write"
    TIMES = "times of handing in"
    FOLDERS = "folders"
    FORM = "notebooks of an odd form"
    PAGES = "patterns on feedback pages"
    PROTOCOLS = "protocols of Python and its libraries"
    BASES = "bases of libraries"
    MISSING = "masked and missing values"
    FUNCTIONS = "functions of libraries as answers"
    WIRE = "names of values on the wire"
    COURSE = "modules of the course"
    CALLS = "system calls"
    FACTS = "facts of the machine and of the class"
    PROCESSES = "processes and clocks"
    MEMORY = "memory and the kernel's objects"
    OUTPUTS = "outputs"

    @property
    def folder(self) -> str:
        """The folder in tests/autograder/attacks/cells/ that holds the attacks of this kind."""
        return self.name.lower()
