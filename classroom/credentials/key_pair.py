"""The school's key pair: a folder outside every course, with a part to publish.

DIR/signing-key.pem   the private key, for its owner only (0600)
DIR/issued.db         which credentials were issued and revoked (0600)
DIR/public/           what the school publishes at its address: issuer.json with the public
                      key, status.jwt, and the pages that verify a credential
"""

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from autograder.errors import CourseError
from classroom.credentials.jws import Jwk, public_jwk, public_key
from classroom.credentials.refusals import Rejected
from classroom.credentials.strict import read_file, read_object
from course.files import write_atomic

KEY, REGISTER, PUBLIC = "signing-key.pem", "issued.db", "public"
ISSUER, STATUS, PAGE, PEM = "issuer.json", "status.jwt", "verify.html", "public-key.pem"

BITS = 3072
"""Of a new RSA key: 128 bits of security (NIST SP 800-57, part 1)."""

LARGEST_KEY_FILE = 64 * 1024
"""Bytes of a key or an issuer's file that are read."""

LONGEST_NAME, LONGEST_ADDRESS = 200, 200
"""Characters."""

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
JWK_CONTEXT = "https://w3id.org/security/jwk/v1"


@dataclass(frozen=True)
class Issuer:
    """A school as those who verify know it: its id, its name, and its public keys.

    `id` is the address of issuer.json; everything else that the school publishes is beside it.
    """

    id: str
    name: str
    keys: tuple[Jwk, ...]

    @property
    def address(self) -> str:
        """The address of the folder that the school publishes, without a slash at its end."""
        return self.id.removesuffix(f"/{ISSUER}")

    @property
    def status(self) -> str:
        """The address of the status list."""
        return f"{self.address}/{STATUS}"

    def profile(self) -> dict[str, Any]:
        """The issuer as a credential names it (Open Badges 3.0, Profile)."""
        return {"id": self.id, "type": ["Profile"], "name": self.name, "url": self.address}

    def document(self) -> str:
        """issuer.json: the profile with the public keys (W3C Controlled Identifiers 1.0)."""
        methods = [
            {
                "id": f"{self.id}#key-{number}",
                "type": "JsonWebKey",
                "controller": self.id,
                "publicKeyJwk": key,
            }
            for number, key in enumerate(self.keys, 1)
        ]
        found = {"@context": [*CONTEXTS, JWK_CONTEXT], **self.profile()}
        found |= {"verificationMethod": methods}
        found |= {"assertionMethod": [method["id"] for method in methods]}
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class School:
    """A school with its private key: what issuing needs."""

    folder: Path
    key: rsa.RSAPrivateKey
    issuer: Issuer

    @property
    def public(self) -> Path:
        """The folder to publish."""
        return self.folder / PUBLIC

    @property
    def register(self) -> Path:
        """The file of what was issued."""
        return self.folder / REGISTER


def make_keys(folder: Path, name: str, address: str) -> School:
    """Make a key pair and the folder around it. Raises CourseError; an old key is never replaced.

    Parameters
    ----------
    folder : Path
        A new folder or an empty one, in no course and in no repository.
    name : str
        The school's name as credentials show it.
    address : str
        An https address where the school will publish what is in `public`.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise CourseError(f"--school: {name!r} cannot be the name of a school")
    address = _address(address)
    folder = folder.absolute()
    _require_outside(folder)
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise CourseError(
            f"{folder}: there is something already; name a new folder (a key is never replaced, "
            "for all its credentials would become invalid)"
        )
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    issuer = Issuer(f"{address}/{ISSUER}", name, (public_jwk(key.public_key()),))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / PUBLIC).mkdir()
        (folder / PUBLIC).chmod(0o755)
        write_atomic(folder / PUBLIC / ISSUER, issuer.document())
        write_atomic(
            folder / PUBLIC / PEM,
            key.public_key().public_bytes(
                serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
            ),
        )
        # Last: without it the folder holds no school.
        write_atomic(
            folder / KEY,
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ),
            mode=0o600,
        )
    except OSError as error:
        raise CourseError(f"{folder}: cannot be written ({error.strerror})") from error
    return School(folder, key, issuer)


def open_school(file: Path) -> School:
    """The school of a private key. Raises CourseError for a key that others can read or replace."""
    file = file.absolute()
    _require_private(file)
    _require_outside(file.parent)
    try:
        key = serialization.load_pem_private_key(read_file(file, LARGEST_KEY_FILE), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm, Rejected) as error:
        raise CourseError(f"{file}: not a private key in PEM without a password") from error
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < 2048:
        raise CourseError(f"{file}: not an RSA key of at least 2048 bits")
    issuer = read_issuer(file.parent / PUBLIC / ISSUER)
    if public_jwk(key.public_key()) not in issuer.keys:
        raise CourseError(f"{file}: {PUBLIC}/{ISSUER} beside it does not name this key")
    return School(file.parent, key, issuer)


def read_issuer(file: Path) -> Issuer:
    """The school that an issuer.json describes. Raises CourseError."""
    try:
        found = read_object(read_file(file, LARGEST_KEY_FILE))
        keys = tuple(method["publicKeyJwk"] for method in found["verificationMethod"])
        for each in keys:
            public_key(each)
        identifier, name = found["id"], found["name"]
        if not keys or not isinstance(name, str) or not identifier.endswith(f"/{ISSUER}"):
            raise ValueError("incomplete")
    except FileNotFoundError:
        raise CourseError(
            f"{file}: no such file; it is the {ISSUER} that the school publishes"
        ) from None
    except OSError as error:
        raise CourseError(f"{file}: {error.strerror}") from error
    except (Rejected, LookupError, TypeError, AttributeError, ValueError) as error:
        raise CourseError(
            f"{file}: not an {ISSUER} with public RSA keys; get it again from the school"
        ) from error
    return Issuer(identifier, name, keys)


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        sound = parts.scheme == "https" and parts.hostname and parts.port in (None, *range(65536))
    except ValueError:
        sound = False
    plain = text.isascii() and text.isprintable() and not set(text) & set(" \"'<>\\^`{|}")
    if not sound or not plain or "@" in text or parts.query or parts.fragment or "?" in text:
        raise CourseError(
            f"--url: {text!r} is not an address such as https://school.example/credentials"
        )
    if len(text) > LONGEST_ADDRESS:
        raise CourseError(f"--url: longer than {LONGEST_ADDRESS} characters")
    return text.rstrip("/")


def _require_outside(folder: Path) -> None:
    """Refuse a folder in a course or a repository: it would be published, copied or graded with."""
    for each in (folder.resolve(), *folder.resolve().parents):
        for mark in (".git", "nbgrader_config.py", "gradebook.db"):
            if (each / mark).exists():
                raise CourseError(
                    f"{folder}: it is inside {each}, which holds {mark}; keep the school's key "
                    "outside every course and repository"
                )


def _require_private(file: Path) -> None:
    """Refuse a key that anybody but its owner can read, or put another one in the place of."""
    try:
        found, around = file.lstat(), file.parent.stat()
    except OSError as error:
        raise CourseError(f"{file}: {error.strerror}") from error
    if not stat.S_ISREG(found.st_mode):
        raise CourseError(f"{file}: not an ordinary file")
    if found.st_uid != os.geteuid():
        raise CourseError(f"{file}: it belongs to another user; call this as its owner")
    if found.st_mode & 0o077:
        raise CourseError(f"{file}: others can read it; call: chmod 600 {file}")
    if around.st_mode & 0o022:
        raise CourseError(f"{file.parent}: others can write into it; call: chmod 700 {file.parent}")
