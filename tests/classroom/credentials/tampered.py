"""Credentials that must be refused, each with the code of the reason.

Some are what a forger makes, who has no key; others are signed with the school's own key, as if
it had been used for something else, so that what is inside is judged too.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

Json = dict[str, Any]


@dataclass(frozen=True)
class Forgery:
    """A tampered credential; `listed` is the status list to use, empty for the school's own."""

    name: str
    token: str
    code: str
    listed: str = ""


def encode(data: bytes | Json) -> str:
    if isinstance(data, dict):
        data = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def read(part: str) -> Json:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def signed(header: Json | bytes, payload: Json | bytes, key: rsa.RSAPrivateKey) -> str:
    """A compact JWS with RS256, straight from RFC 7515 and RFC 7518."""
    data = f"{encode(header)}.{encode(payload)}"
    signature = key.sign(data.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{data}.{encode(signature)}"


def forgeries(
    token: str, other: str, status: str, revoked: str, key: rsa.RSAPrivateKey
) -> Iterator[Forgery]:
    """All of them.

    `token` is a valid credential, `other` one of another learner, `status` the school's list,
    `revoked` a later list in which `token` is revoked, and `key` the school's private key.
    """
    first, second, third = token.split(".")
    header, payload = read(first), read(second)
    public = key.public_key()

    def changed(change: Callable[[Json], object]) -> str:
        """A forger's change of the signed text: the signature stays."""
        copy = deepcopy(payload)
        change(copy)
        assert copy != payload
        return f"{first}.{encode(copy)}.{third}"

    def resigned(change: Callable[[Json], object]) -> str:
        """The same change, signed with the school's own key."""
        copy = deepcopy(payload)
        change(copy)
        assert copy != payload
        return signed(header, copy, key)

    def subject(found: Json) -> Json:
        return found["credentialSubject"]

    # Changes without the key
    yield Forgery(
        "changed name",
        changed(lambda p: subject(p)["identifier"][0].update(identityHash="Mallory")),
        "signature",
    )
    yield Forgery(
        "changed points", changed(lambda p: subject(p)["result"][0].update(value="5")), "signature"
    )
    yield Forgery(
        "changed achievement",
        changed(lambda p: subject(p)["achievement"].update(name="Everything")),
        "signature",
    )
    yield Forgery(
        "changed issuer", changed(lambda p: p["issuer"].update(name="A better school")), "signature"
    )
    yield Forgery(
        "changed day of issue",
        changed(lambda p: p.update(validFrom="2020-01-01T00:00:00Z")),
        "signature",
    )
    yield Forgery(
        "added end", changed(lambda p: p.update(validUntil="2099-01-01T00:00:00Z")), "signature"
    )
    yield Forgery(
        "changed place in the list",
        changed(lambda p: p["credentialStatus"].update(statusListIndex="131071x")),
        "signature",
    )
    yield Forgery("without status", changed(lambda p: p.pop("credentialStatus")), "signature")
    yield Forgery(
        "re-ordered members",
        f"{first}.{encode(dict(reversed(payload.items())))}.{third}",
        "signature",
    )
    yield Forgery(
        "signature of another credential", f"{first}.{second}.{other.split('.')[2]}", "signature"
    )
    yield Forgery(
        "text of another credential", f"{first}.{other.split('.')[1]}.{third}", "signature"
    )
    yield Forgery("truncated signature", token[:-2], "signature")
    yield Forgery("one bit of the signature", f"{first}.{second}.{flipped(third)}", "signature")
    yield Forgery(
        "truncated text", f"{first}.{second[: len(second) // 8 * 4]}.{third}", "signature"
    )
    yield Forgery("swapped parts", f"{second}.{first}.{third}", "header")

    # Algorithms and keys
    for alg in ("none", "None", "NONE"):
        yield Forgery(f"algorithm {alg}", f"{encode(header | {'alg': alg})}.{second}.", "algorithm")
    yield Forgery(
        "algorithm none with the signature",
        f"{encode(header | {'alg': 'none'})}.{second}.{third}",
        "algorithm",
    )
    yield Forgery("no algorithm", signed({"jwk": header["jwk"]}, payload, key), "algorithm")
    yield Forgery("no signature", f"{first}.{second}.", "signature")
    pem = public.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    secrets = {"PEM": pem, "JWK": json.dumps(header["jwk"], separators=(",", ":")).encode()}
    for form, secret in secrets.items():
        data = f"{encode(header | {'alg': 'HS256'})}.{second}"
        mac = hmac.new(secret, data.encode(), hashlib.sha256).digest()
        yield Forgery(
            f"key confusion, HS256 with the public {form}", f"{data}.{encode(mac)}", "algorithm"
        )
    yield Forgery(
        "another algorithm of the same key",
        jwt.encode(payload, key, "RS512", {"jwk": header["jwk"]}),
        "algorithm",
    )
    mine = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    written = jwt.algorithms.RSAAlgorithm.to_jwk(mine.public_key(), as_dict=True)
    my_jwk = {name: written[name] for name in ("kty", "n", "e")}
    yield Forgery(
        "another key, named in the header", signed(header | {"jwk": my_jwk}, payload, mine), "key"
    )
    yield Forgery("another key under the school's name", signed(header, payload, mine), "signature")
    yield Forgery(
        "an exponent of one",
        signed(header | {"jwk": header["jwk"] | {"e": "AQ"}}, payload, key),
        "key",
    )
    yield Forgery(
        "a key with a private part",
        signed(header | {"jwk": header["jwk"] | {"d": "AQAB"}}, payload, key),
        "key",
    )
    yield Forgery("no key", signed({"alg": "RS256", "typ": "JWT"}, payload, key), "key")
    for name, value in (
        ("kid", "https://evil.example/key"),
        ("jku", "https://evil.example/"),
        ("x5u", "x"),
        ("crit", ["exp"]),
        ("b64", False),
        ("zip", "DEF"),
    ):
        yield Forgery(f"header {name}", signed(header | {name: value}, payload, key), "header")
    yield Forgery(
        "header of another type", signed(header | {"typ": "JOSE"}, payload, key), "header"
    )

    # Other texts with the same meaning to a careless reader
    yield Forgery("padding", f"{first}.{second}.{third}==", "encoding")
    yield Forgery("other last character", f"{first}.{second}.{other_form(third)}", "encoding")
    yield Forgery("standard base64", f"{first}.{second}.+/{third[2:]}", "encoding")
    yield Forgery("a space", f"{first}.{second[:50]} {second[50:]}.{third}", "encoding")
    yield Forgery("a line break", f"{first}.{second}\n.{third}", "encoding")
    yield Forgery("four parts", f"{token}.{third}", "form")
    yield Forgery("two parts", f"{first}.{second}", "form")
    yield Forgery(
        "JSON serialization",
        json.dumps({"payload": second, "protected": first, "signature": third}),
        "form",
    )
    yield Forgery("plain JSON", json.dumps(payload), "form")
    yield Forgery("huge", f"{first}.{second}{'A' * 40_000}.{third}", "size")

    # Signed with the school's key, and not what the school issues
    text = json.dumps(payload, ensure_ascii=False)
    doubled = text[:-1] + ', "name": "Everything"}'
    yield Forgery("duplicate members", signed(header, doubled.encode(), key), "json")
    escaped = text[:-1] + ', "n\\u0061me": "Everything"}'
    yield Forgery("duplicate members, one escaped", signed(header, escaped.encode(), key), "json")
    inner = text.replace('"narrative":', '"narrative": "x", "narrative":')
    yield Forgery("duplicate members inside", signed(header, inner.encode(), key), "json")
    double_header = json.dumps(header)[:-1] + ', "alg": "RS256"}'
    yield Forgery(
        "duplicate members in the header", signed(double_header.encode(), payload, key), "json"
    )
    yield Forgery(
        "deep", signed(header, ('{"a":' + "[" * 500 + "]" * 500 + "}").encode(), key), "json"
    )
    yield Forgery(
        "not a number",
        signed(header, text.replace('"nbf": ', '"x": NaN, "nbf": ').encode(), key),
        "json",
    )
    yield Forgery("not UTF-8", signed(header, text.encode("utf-16"), key), "json")
    yield Forgery("an array", signed(header, f"[{text}]".encode(), key), "json")
    yield Forgery(
        "wrong context",
        resigned(lambda p: p.update({"@context": ["https://www.w3.org/2018/credentials/v1"]})),
        "context",
    )
    yield Forgery(
        "contexts in another order",
        resigned(lambda p: p.update({"@context": p["@context"][::-1]})),
        "context",
    )
    yield Forgery(
        "another type",
        resigned(lambda p: p.update(type=["VerifiableCredential", "EndorsementCredential"])),
        "type",
    )
    yield Forgery(
        "no verifiable credential",
        resigned(lambda p: p.update(type=["OpenBadgeCredential"])),
        "type",
    )
    yield Forgery("the status list as a credential", status, "context")
    for name in ("id", "name", "issuer", "validFrom", "credentialSubject", "credentialStatus"):
        yield Forgery(f"without {name}", resigned(lambda p, name=name: p.pop(name)), "members")
    for name in ("id", "name", "description", "criteria"):
        yield Forgery(
            f"achievement without {name}",
            resigned(lambda p, name=name: subject(p)["achievement"].pop(name)),
            "members",
        )
    yield Forgery(
        "a place out of the list",
        resigned(lambda p: p["credentialStatus"].update(statusListIndex="131072")),
        "members",
    )
    yield Forgery(
        "a place below the list",
        resigned(lambda p: p["credentialStatus"].update(statusListIndex="-1")),
        "members",
    )
    yield Forgery(
        "another kind of status",
        resigned(lambda p: p["credentialStatus"].update(type="1EdTechRevocationList")),
        "members",
    )
    yield Forgery(
        "a status of another purpose",
        resigned(lambda p: p["credentialStatus"].update(statusPurpose="message")),
        "members",
    )
    yield Forgery(
        "a time without zone",
        resigned(lambda p: p.update(validFrom=p["validFrom"][:-1])),
        "members",
    )
    yield Forgery(
        "another issuer",
        resigned(
            lambda p: (
                p["issuer"].update(id="https://other.example/issuer.json"),
                p.update(iss="https://other.example/issuer.json"),
            )
        ),
        "issuer",
    )
    yield Forgery(
        "iss of another",
        resigned(lambda p: p.update(iss="https://other.example/issuer.json")),
        "claims",
    )
    yield Forgery("sub of another", resigned(lambda p: p.update(sub="urn:uuid:1")), "claims")
    yield Forgery("jti of another", resigned(lambda p: p.update(jti="urn:uuid:1")), "claims")
    yield Forgery("nbf of another day", resigned(lambda p: p.update(nbf=p["nbf"] - 1)), "claims")
    yield Forgery("exp without an end", resigned(lambda p: p.update(exp=4_102_444_800)), "claims")
    yield Forgery(
        "an end without exp",
        resigned(lambda p: p.update(validUntil="2099-01-01T00:00:00Z")),
        "claims",
    )
    yield Forgery(
        "another school's status list",
        resigned(lambda p: p["credentialStatus"].update(statusListCredential="https://x.example/")),
        "claims",
    )
    yield Forgery(
        "expired",
        resigned(
            lambda p: p.update(
                validFrom="2020-01-01T00:00:00Z",
                nbf=1_577_836_800,
                validUntil="2021-01-01T00:00:00Z",
                exp=1_609_459_200,
            )
        ),
        "expired",
    )
    yield Forgery(
        "not valid yet",
        resigned(lambda p: p.update(validFrom="2100-01-01T00:00:00Z", nbf=4_102_444_800)),
        "not-yet",
    )

    # By the status list
    yield Forgery("revoked", token, "revoked", revoked)
    list_header, list_payload = (read(part) for part in revoked.split(".")[:2])

    def listed(change: Callable[[Json], object]) -> str:
        copy = deepcopy(list_payload)
        change(copy)
        return signed(list_header, copy, key)

    yield Forgery("a list of another key", token, "list", signed(list_header, list_payload, mine))
    yield Forgery("a credential as the list", token, "list", other)
    yield Forgery("a list that is cut off", token, "list", revoked[:-8])
    yield Forgery(
        "a list of another purpose",
        token,
        "list",
        listed(lambda p: p["credentialSubject"].update(statusPurpose="message")),
    )
    yield Forgery(
        "a list of another address",
        token,
        "list",
        listed(
            lambda p: p.update(
                id="https://school.example/other", jti="https://school.example/other"
            )
        ),
    )
    yield Forgery(
        "a list that is too short",
        token,
        "list",
        listed(lambda p: p["credentialSubject"].update(encodedList=packed(b"\0" * 100))),
    )
    yield Forgery(
        "a list that unpacks to 64 MB",
        token,
        "list",
        listed(lambda p: p["credentialSubject"].update(encodedList=packed(b"\0" * 2**26))),
    )
    yield Forgery(
        "a list that does not unpack",
        token,
        "list",
        listed(lambda p: p["credentialSubject"].update(encodedList="uAAAA")),
    )
    yield Forgery(
        "a list of last year",
        token,
        "list-expired",
        listed(
            lambda p: p.update(
                validFrom="2020-01-01T00:00:00Z",
                nbf=1_577_836_800,
                validUntil="2021-01-01T00:00:00Z",
                exp=1_609_459_200,
            )
        ),
    )


def packed(bits: bytes) -> str:
    return "u" + encode(gzip.compress(bits))


def flipped(signature: str) -> str:
    """The same signature with its first character changed."""
    return ("A" if signature[0] != "A" else "B") + signature[1:]


def other_form(signature: str) -> str:
    """The same bytes with other unused bits in the last character: 256 bytes leave four of them."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = alphabet.index(signature[-1])
    assert last % 16 == 0, "a canonical ending has zeros there"
    return signature[:-1] + alphabet[last + 1]
