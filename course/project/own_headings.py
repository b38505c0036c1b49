"""Columns that hold personal data by their heading, in the four languages of the course.

A heading is compared as a whole: “number of documents” and “type of document” say nothing about one
person, and a false alarm stops a team's work. Where a heading can also mean something else, the
values have to look like names, numbers or days of people.
"""

import re
from collections.abc import Callable

import pandas as pd

from course.project.repeated import without_accents

NAME, IDENTITY, PHONE, BIRTH = "name", "identity", "phone", "birth"
"""What a column can hold of single people."""

FEWEST_VALUES = 10
"""Different values from which on a column with such a heading points to single people."""
RAREST_NAMES = 0.02
"""The share of different values in the rows from which on a column of people holds no types."""
MOST_CELLS = 0.8
"""The share of the filled cells that have to look like what the heading can mean."""


def _any(*lines: str) -> re.Pattern[str]:
    """A pattern for headings as `_plain` gives them, a line for each language or idea."""
    return re.compile("|".join(lines))


NO = r"(?:n(?: ?[oº])?|num|nro|numero|number)"
"""“Number” before or after what is numbered."""
PERSON = "|".join((
    r"person|applicant|claimant|complainant|petitioner|citizen|patient|beneficiary|holder",
    r"personne|demandeu(?:r|se)|requerante?|plaignante?|citoyen(?:ne)?|patiente?|beneficiaire"
    r"|titulaire",
    r"persona|solicitante|peticionari[oa]|reclamante|ciudadan[oa]|paciente|beneficiari[oa]|titular"
    r"|contribuyente",
    r"pessoa|requerente|interessad[oa]|cidadao?|contribuinte",
))  # fmt: skip
OF = rf" (?:of (?:the )?|de (?:la )?|del |d[oau] )(?:{PERSON})"
"""“Of the applicant” after what belongs to one."""

NAMES = _any(
    rf"(?:first|last|family|full|given|sur) ?names?|surname|names?(?:{OF})?|(?:{PERSON})s? name",
    rf"prenoms?|noms?(?: de famille| et prenoms?|{OF})?|prenoms? et noms?",
    r"nom complet",  # codespell:ignore complet
    rf"(?:primer |segundo )?(?:nombre|apellido)(?:{OF})?|(?:nombres?|apellidos)(?: completos?)?",
    r"nombres? y apellidos?|apellidos? y nombres?",
    rf"nomes?(?: completo| social|{OF})?|sobrenomes?",
    r"address(?:es)?|adresses?|direccion(?:es)?|enderecos?",  # codespell:ignore direccion
    r"e ?mails?|courriels?|correos?(?: electronicos?)?",
)
"""Names and addresses; a column of nothing but numbers holds none."""

SURE_PHONES = _any(r"phones?|telephones?|telefonos?|telefones?")
SURE_IDENTITIES = _any(
    r"ssn|cpf|dni|nie|curp|rfc|nir|passport|passeport|pasaporte|passaporte",
)
"""Headings of one meaning: no value needs to look like a number, since it can be masked."""

IDENTITIES = _any(
    rf"national id|(?:national )?(?:id|identity|identification)(?: card| document)? {NO}",
    rf"(?:document|passport|social security|national insurance|tax|card) {NO}|identity card",
    rf"{NO} (?:de |d )?(?:securite sociale|ss|passeport|(?:piece d |carte d )?identite)",
    rf"(?:{NO} )?nir|{NO} fiscal|piece d identite|carte (?:nationale )?d identite",
    r"cedula(?: de (?:ciudadania|identidad))?|documento(?: (?:nacional )?de identidad)?",
    r"identificacion|rut|run|nit|cuil|cuit|nss|c c|clave de elector",
    rf"{NO} (?:de )?(?:la )?(?:cedula|identidad|identificacion|pasaporte|seguridad social)",
    rf"{NO} (?:de )?documento(?: (?:nacional )?de identidad)?",
    r"rg|cns|nis|pis|carteira de identidade|documento de identidade|cartao do sus",
    r"titulo de eleitor",
    rf"{NO} (?:d[oa] |de )?(?:carteira de identidade|documento de identidade|cartao do sus)",
    rf"{NO} (?:d[oa]|del?|du) (?:dni|nie|cpf|rg|nis|cns|curp|rut|run|nit|cuil|nir)",
    rf"(?:{PERSON}) (?:id|{NO})|(?:id|identity|{NO}){OF}",
    rf"(?:ssn|cpf|rg|dni|nie|curp|rfc|nir|rut|cedula|documento|identificacion){OF}",
)
PHONES = _any(
    rf"(?:tele)?phone {NO}|(?:mobile|cell)(?: ?phone)?(?: {NO})?|contact {NO}|tel|gsm",
    r"whats ?app",  # codespell:ignore whats
    rf"(?:{NO} )?(?:de )?(?:telephone )?(?:portable|mobile|fixe)",  # codespell:ignore fixe
    rf"{NO} (?:de )?(?:telephone|tel|gsm)",
    r"telefonos? (?:celular|movil|fijo|de contacto)|celular(?:es)?|movil(?:es)?",
    rf"{NO} (?:de )?(?:telefono|celular|movil|contacto|whats ?app)",  # codespell:ignore whats
    r"telefones? (?:celular|fixo|de contato)|telemovel",
    rf"{NO} (?:de |do )?(?:telefone|celular|telemovel|contato)",
    rf"(?:(?:tele)?phone|mobile|telefono|celular|movil|telefone){OF}",
)
BIRTHS = _any(
    r"(?:date|day) of birth|birth ?(?:date|day)|dob",
    r"date de naissance|naissance|nee? le",
    r"fecha (?:de )?nac(?:imiento)?|nacimiento",
    r"(?:data|dt) (?:de )?nasc(?:imento)?|nascimento",
)
PEOPLE = _any(rf"(?:{PERSON}|people|usager|usuari[oa])(?:e?s)?")
"""People: such a column holds types of applicants as often as their names."""

PARTICLES = {"de", "del", "la", "las", "los", "da", "das", "do", "dos", "du", "des", "e", "y"}
"""Words in lower case inside a person's name."""
DAY = re.compile(
    r"(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))(?:[ T].*)?"
)


def held_of_people(name: str, column: pd.Series) -> str | None:
    """What a column holds of single people, by its heading and its values; None for nothing.

    `column` holds texts; the answer is NAME (a name or an address), IDENTITY, PHONE or BIRTH.
    """
    values = column[column != ""]
    different = values.nunique()
    if different <= FEWEST_VALUES:
        return None
    heading = _plain(name)
    kinds = (
        (NAME, NAMES, lambda value: not _is_a_number(value, 0)),
        (PHONE, SURE_PHONES, bool),
        (IDENTITY, SURE_IDENTITIES, bool),
        (IDENTITY, IDENTITIES, lambda value: _is_a_number(value, 5)),
        (PHONE, PHONES, lambda value: _is_a_number(value, 6)),
        (BIRTH, BIRTHS, DAY.fullmatch),
    )
    for kind, pattern, looks_like_it in kinds:
        if pattern.fullmatch(heading) and _share(values, looks_like_it) >= MOST_CELLS:
            return kind
    several = different > RAREST_NAMES * len(values)
    if several and PEOPLE.fullmatch(heading) and _share(values, _is_a_name) >= MOST_CELLS:
        return NAME
    return None


def _plain(heading: str) -> str:
    """A heading in small letters, without accents, signs and what is in brackets."""
    bare = re.sub(r"\([^()]*\)", " ", without_accents([heading])[0])
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _share(values: pd.Series, looks_like_it: Callable[[str], object]) -> float:
    return float(values.map(lambda value: bool(looks_like_it(value))).mean())


def _is_a_number(value: str, fewest: int) -> bool:
    """Whether a cell holds a number of some digits, with a few letters and signs at most."""
    digits = sum(map(str.isdigit, value))
    letters = sum(map(str.isalpha, value))
    return digits >= max(1, fewest) and letters <= (4 if fewest else 0) and not DAY.fullmatch(value)


def _is_a_name(value: str) -> bool:
    """Whether a cell has the form of a person's name: words with a capital, such as “Ana de Sá”."""
    words = [word for word in value.replace(",", " ").split() if word not in PARTICLES]
    return 2 <= len(words) <= 6 and all(
        word[0].isupper() and not any(map(str.isdigit, word)) for word in words
    )
