"""Why the operating system refused to read or write a file, in the reader's language.

Python passes on the words of the C library, which are English in every language of the course.
Windows has its own words, in its own language: they are shown as they are, like any rare error.
"""

from course.errors import describe
from course.language import GENERAL, text


class OSReason(str):
    """What the operating system says of an error; it is translated when it is shown.

    Such as "Permission denied", or with the file before it, "team.yml: Permission denied".
    """

    def read(self, lang: str | None = None) -> str:
        """The reason in a language (the reader's own when none is given)."""
        file, _, said = self.rpartition(": ")
        if said not in KNOWN:
            return str(self)
        reason = text(said, module=GENERAL, lang=lang)
        if not file:
            return reason
        return text(IN_FILE, module=GENERAL, lang=lang).format(file=file, reason=reason)


t = OSReason

IN_FILE = t("{file}: {reason}")
KNOWN = frozenset(
    {
        t("Permission denied"),
        t("Operation not permitted"),
        t("No such file or directory"),
        t("No space left on device"),
        t("Disk quota exceeded"),
        t("File exists"),
        t("Is a directory"),
        t("Not a directory"),
        t("Directory not empty"),
        t("Too many levels of symbolic links"),
        t("Too many links"),
        t("Too many open files"),
        t("Read-only file system"),
        t("File name too long"),
        t("File too large"),
        t("Device or resource busy"),
        t("Input/output error"),
    }
)


def os_reason(error: BaseException) -> OSReason:
    """Why an OSError was raised; of any other exception, its name and text in one line."""
    said = error.strerror if isinstance(error, OSError) else None
    return OSReason(said or describe(error))


def os_fault(error: BaseException, file: str | None = None) -> OSReason:
    """The same, with a file before it: the one that the error names, if none is given."""
    file = file or getattr(error, "filename", None)
    return OSReason(f"{file}: {os_reason(error)}" if file else os_reason(error))
