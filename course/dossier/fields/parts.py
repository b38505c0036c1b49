"""The building blocks of artefacts: typed fields that can still be blank, and their rules.

A field that must be filled in has None as its default. A blank field is incomplete, whatever its
type; it never means "no" or "none".
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from course.checking.messages import say
from course.dossier.fields.blank_group import stored
from course.dossier.fields.faults import Fault, LazyText, fault, short, t

Text = str | None
"""A text, None while it is blank."""

Texts = list[str] | None
"""Some texts, one on each line."""

BLANK = say("dossier-blank", "`{where}` is still blank. Write {meaning}")
PLACEHOLDER = say(
    "dossier-placeholder",
    "`{where}` still says “{text}”. Write {meaning}",
)

PLACEHOLDERS = {
    # English
    "todo", "to do", "tbd", "tba", "tbc", "to be determined", "to be defined", "to be decided",
    "to be confirmed", "to be completed", "to be announced", "fill in", "fill me in", "fixme",
    "we will see", "we'll see", "we shall see", "because", "placeholder", "your text here",
    "your answer here", "lorem ipsum", "n/a", "na", "n.a", "nil",
    "not applicable", "not available", "unknown", "same as above",
    # French
    "à faire", "à compléter", "à remplir", "à définir", "à déterminer", "à préciser",
    "à confirmer", "à vérifier", "on verra", "on verra bien", "parce que", "sans objet", "s.o",
    "n/d", "nd", "non applicable", "non disponible", "inconnu",
    # Spanish
    "por hacer", "por completar", "por definir", "por determinar", "por confirmar", "a completar",
    "pendiente", "por verificar", "ya veremos", "veremos", "ya se verá", "porque", "porque sí",
    "no aplica", "n.d", "no disponible", "desconocido", "completar", "rellenar",
    # Portuguese
    "a fazer", "a verificar", "a informar", "a preencher", "a definir", "a determinar",
    "a confirmar", "depois vemos", "vamos ver", "veremos depois", "porque sim", "por preencher",
    "pendente", "preencher", "não se aplica", "não aplicável", "não disponível", "desconhecido",
}  # fmt: skip
"""Words that people write in place of a text, in lower case and without punctuation around."""

NO_ANSWERS = {
    # English
    "none", "none at all", "no one", "nobody", "nothing", "nothing to report", "not any",
    "not known", "no data", "no risk", "no risks", "there is none", "there are none",
    "does not apply", "as above", "see above", "ditto",
    # French
    "aucun", "aucune", "aucun risque", "néant", "neant", "rien", "rien à signaler", "personne",
    "ras", "r.a.s", "il n'y en a pas", "il n’y en a pas", "sans", "idem", "voir ci-dessus",
    "ne s'applique pas", "ne s’applique pas",
    # Spanish
    "ninguno", "ninguna", "ningún riesgo", "nada", "nadie", "no hay", "no procede", "no aplicable",
    "sin datos", "ídem", "véase arriba",
    # Portuguese
    "nenhum", "nenhuma", "nenhum risco", "ninguém", "não há", "nao ha", "não aplica",
    "sem dados", "ver acima",
}  # fmt: skip
"""Words that say that there is nothing, written as PLACEHOLDERS are."""

DENIALS = {"no", "non", "não", "nao"}
"""Words that are no entry of a list, written as PLACEHOLDERS are."""

TO_COME = re.compile(
    r"\b(TODO|TBD|TBC|TBA|FIXME|XXX+|[Bb]lah?)\b|\s(\.\.\.|…)$|^<[^<>]*>$|^\[[^\[\]]*\]$"
    r"|^(\w+)(\W+\3){2,}\W*$"
)
"""A text with a note such as TODO, one that ends in dots, one in brackets to fill in, or one word
three times and nothing else."""


def _is_open(text: str) -> bool:
    """Whether a text is only punctuation, or is still to come, as TO_COME states it."""
    only_marks = all(unicodedata.category(sign)[0] in "PZ" for sign in text)
    return only_marks or bool(TO_COME.search(text.strip()))


def is_placeholder(text: str) -> bool:
    """Whether a text is only a placeholder, such as "to be defined" or "[name]"."""
    bare = _bare(text)
    return not bare or bare in PLACEHOLDERS or bool(TO_COME.search(text.strip()))


def is_no_answer(text: str) -> bool:
    """Whether a text is a placeholder, or only says "none" or the like."""
    return is_placeholder(text) or _bare(text) in NO_ANSWERS


def _lists_nothing(text: str) -> bool:
    """Whether an entry of a list is no answer, or only the word "no"."""
    return is_no_answer(text) or _bare(text) in DENIALS


def _bare(text: str) -> str:
    return text.strip().strip(".…?!-–—_*x/<>[](){}'\"“”«» \N{NO-BREAK SPACE}").lower()


def required(title: LazyText, description: LazyText) -> Any:
    """A field that must be filled in, with its name to read and its explanation for a form."""
    return Field(None, title=title, description=description)


def optional(title: LazyText, description: LazyText) -> Any:
    """A field that can stay blank: some entries do not have it."""
    return Field(default_factory=lambda: None, title=title, description=description)


class Part(BaseModel):
    """Fields that belong together. Other fields are refused; each can be blank while one writes."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
    )

    ANSWERED_BY_NONE: ClassVar[frozenset[str]] = frozenset()
    """Fields in which "none" is an answer; in all others it is not."""

    VERBATIM: ClassVar[frozenset[str]] = frozenset()
    """Fields of names and words of others, in which “Na”, “no” or “unknown” is no placeholder."""

    GROUPS: ClassVar[frozenset[str]] = frozenset()
    """Fields with names of groups of people; one has a name in each language. See blank_group."""

    @field_validator("*", mode="before")
    @classmethod
    def _blank(cls, value: object, info: Any) -> object:
        """Read a blank as the field's default; a placeholder too, unless the field is a text."""
        field = cls.model_fields[info.field_name]
        if isinstance(value, str) and (
            not value.strip() or (field.annotation != Text and is_no_answer(value))
        ):
            return field.get_default(call_default_factory=True)
        return stored(value) if info.field_name in cls.GROUPS else value


def _iso_date(value: object) -> object:
    """Refuse all but an ISO date: pydantic would read a bare number as seconds since 1970."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return value
    raise PydanticCustomError("date", "a date is written as 2026-03-01")


Day = Annotated[date | None, BeforeValidator(_iso_date)]
"""A day, written as 2026-03-01."""

YES_NO = {
    "oui": True,
    "sí": True,
    "si": True,
    "sim": True,
    "non": False,
    "não": False,
    "nao": False,
}
"""Yes and no in the course's other languages; pydantic knows the English words."""


def _yes_no(value: object) -> object:
    return YES_NO.get(value.strip().lower(), value) if isinstance(value, str) else value


YesNo = Annotated[bool | None, BeforeValidator(_yes_no)]
"""Yes or no, in any language of the course."""

Share = Annotated[float | None, Field(ge=0, le=1)]
"""A number between 0 and 1, both included."""

SignedShare = Annotated[float | None, Field(ge=-1, le=1)]
"""A share, or the difference between two shares."""

Count = Annotated[int | None, Field(ge=0)]
"""A number of people or rows."""

Amount = Annotated[float | None, Field(ge=0)]
"""A number that is not below 0, such as hours or a score."""


class Data(Part):
    """The data that a number or a model rests on."""

    name: Text = required(t("Name"), t("what the data are called, and who holds them."))
    rows: Count = required(t("Rows"), t("how many people or cases, as a whole number."))
    period: Text = required(t("Period"), t("from when to when the data were recorded."))
    limits: Texts = required(
        t("Known limits"), t("what the data do not record, and who is missing or wrongly recorded.")
    )


class Document(Part):
    """Fields with a title and headings, which page.py shows."""

    TITLE: ClassVar[LazyText]
    NAME: ClassVar[str] = "name"
    """The field with the name of the subject; the page's title shows it."""
    SECTIONS: ClassVar[tuple[tuple[LazyText, tuple[str, ...]], ...]]
    """Each heading with the names of the fields below it, in the order of the page."""

    def faults(self, measured: Any = None) -> list[Fault]:
        """The faults that the head of the page lists, most useful first."""
        raise NotImplementedError

    def shown(self, name: str, lang: str) -> object:
        """What the page shows of a field: its value, unless a subclass has words for it."""
        return getattr(self, name)

    def results(self, lang: str) -> Sequence[tuple[LazyText, object]]:
        """What follows from the fields, each with its heading; the page shows it at the end."""
        return ()


def may_stay_empty(field: FieldInfo) -> bool:
    """Whether a field can be left empty: its default is then something other than None."""
    return field.default is not None


def missing(part: Part, path: str = "") -> Iterator[Fault]:
    """The faults of fields that are blank or hold a placeholder, in the order of the fields."""
    for name, field in type(part).model_fields.items():
        value, where = getattr(part, name), f"{path}{name}"
        meaning = LazyText(field.description or "")
        if value in (None, "", [], {}):
            if not may_stay_empty(field):
                yield fault(BLANK, where, meaning=meaning)
        else:
            is_blank = _lists_nothing if isinstance(value, list) else is_no_answer
            if name in part.ANSWERED_BY_NONE:
                is_blank = is_placeholder
            elif name in part.VERBATIM:
                is_blank = _is_open
            yield from _missing_in(value, where, meaning, is_blank)


def _missing_in(
    value: object, where: str, meaning: LazyText, is_blank: Callable[[str], bool]
) -> Iterator[Fault]:
    if isinstance(value, Part):
        yield from missing(value, f"{where}.")
    elif isinstance(value, list | dict):
        entries = value.items() if isinstance(value, dict) else enumerate(value, 1)
        for key, entry in entries:
            yield from _missing_in(entry, f"{where}.{key}", meaning, is_blank)
    elif value == "":
        yield fault(BLANK, where, meaning=meaning)
    elif isinstance(value, str) and is_blank(value):
        yield fault(PLACEHOLDER, where, text=short(value), meaning=meaning)


NO_ONE = re.compile(
    # Each article is in one alternative only: in two, a row of them would be tried in all ways.
    r"(automatic(ally)?,? by |automatiquement,? par |autom[aá]ticamente,? por )?"
    r"((the|our|this|an?|le|la|les|l|notre|cet?|el|los|nuestro|este|o|os|as|nosso)\b\W*)*"
    r"(ai|ia|artificial intelligence|intelligence artificielle|inteligencia artificial"
    r"|inteligência artificial"
    # Machines
    r"|(ai |machine learning )?(model|system|tool|software|algorithm|score|computer|machine"
    r"|chatbot|robot|app|program|platform)"
    r"|(virtual|digital) assistant|assistant virtuel|asistente virtual|assistente virtual"
    r"|serveur vocal( automatique)?|contestador automático|atendimento automático"
    r"|modèle|système|outil|logiciel|algorithme|ordinateur|programme|plateforme"
    r"|modelo|sistema|herramienta|programa|algoritmo|máquina|ordenador|plataforma"
    r"|computador|ferramenta|aplicativo|robô"
    # Data
    r"|(it follows from the )?(data|numbers)|données|datos|dados"
    # Nobody
    r"|nobody|no one|personne|nadie|ninguém)"
    # “The AI”, “le système d'IA”, “el modelo de IA”, “the tool of the vendor”
    r"( (de |d['’])?(ai|ia)| de (tri|classement|clasificación|triagem)| automatique| automático"
    r"| (of|from|de|du|del|do|da) ?(the |la |l['’])?"
    r"(vendor|supplier|firm|company|fournisseur|vendeur|entreprise|proveedora?|empresa"
    r"|fornecedora?))?",
    re.IGNORECASE,
)
"""Names of a machine or of nobody, in the languages of the course, with or without an article."""


ARTICLE = re.compile(r"^((the|le|la|el|o|a)\s+|l['’])", re.IGNORECASE)


def answers_for_nothing(text: str | None, *artefact_names: str | None) -> bool:
    """Whether a text names the model or "the system" where an office or person must answer.

    `artefact_names` are the names of the model or system itself.
    """
    if not text:
        return False
    bare = text.strip(" .")
    without_article = ARTICLE.sub("", bare)
    names = {name.lower() for name in artefact_names if name}
    return bool(NO_ONE.fullmatch(bare)) or not names.isdisjoint(
        {bare.lower(), without_article.lower()}
    )


REACHABLE = re.compile(
    r"\S@\S|https?://|www\.|\d|\bs/n\b"
    # Streets, squares and public houses of small towns, where houses have no numbers
    r"|\b(street|square|school|library|town hall|city hall)\b"
    r"|\b(mairie|hôtel de ville)\b|\b(ayuntamiento|alcaldía|prefeitura)\b"
    r"|\b(rue|place d[eu]s?|école|bibliothèque|médiathèque)\b"
    r"|\bplace de l['’]|\b(calle|plaza|escuela|biblioteca|rua|praça|escola)\b",
    re.IGNORECASE,
)
"""A mail address, a page, a street or square, or a number of a telephone, a house or a room.

A house without a number has “s/n” in Spanish and Portuguese.
"""


def same(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for capitals and spaces."""
    return folded(one) == folded(other)


def folded(name: str | None) -> str:
    """A name in lower case and with single spaces, to be compared."""
    return " ".join((name or "").split()).casefold()
