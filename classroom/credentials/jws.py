"""Signing and verifying a compact JWS with RS256 (RFC 7515, RFC 7518).

RS256 is the algorithm that Open Badges 3.0, section 8.2.3, asks of everybody; browsers have it in
WebCrypto as RSASSA-PKCS1-v1_5. The signing itself is PyJWT's.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from classroom.credentials.refusals import Rejected
from classroom.credentials.strict import decode, encode, read_object

ALGORITHM = "RS256"
HEADERS = {"alg", "typ", "jwk"}
"""Open Badges 3.0, section 8.2.3, allows no others but `kid`, which names a key in the network."""

Jwk = dict[str, str]
"""A public RSA key: kty, n and e, the two numbers in base64url."""


def public_jwk(key: RSAPublicKey) -> Jwk:
    """A public key as a JWK with these three members and no others."""
    written = RSAAlgorithm.to_jwk(key, as_dict=True)
    return {name: written[name] for name in ("kty", "n", "e")}


def public_key(jwk: Mapping[str, Any]) -> RSAPublicKey:
    """The key that a JWK describes. Raises ValueError for another kind, or one that is too weak."""
    if set(jwk) < {"kty", "n", "e"} or "d" in jwk or jwk["kty"] != "RSA":
        raise ValueError("not a public RSA key")
    try:
        key = RSAAlgorithm.from_jwk(dict(jwk))
    except jwt.PyJWTError as error:
        raise ValueError(str(error)) from error
    if not isinstance(key, RSAPublicKey) or key.key_size < 2048:
        raise ValueError("an RSA key of less than 2048 bits")
    return key


def fingerprint(jwk: Mapping[str, str]) -> str:
    """The thumbprint of a public key (RFC 7638): SHA-256, in base64url."""
    canonical = json.dumps({name: jwk[name] for name in ("e", "kty", "n")}, separators=(",", ":"))
    return encode(hashlib.sha256(canonical.encode()).digest())


def sign(payload: Mapping[str, Any], key: RSAPrivateKey) -> str:
    """The compact JWS of a payload, with the public key in its header."""
    header = {"alg": ALGORITHM, "typ": "JWT", "jwk": public_jwk(key.public_key())}
    data = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
    return jwt.PyJWS().encode(data, key, algorithm=ALGORITHM, headers=header, sort_headers=False)


def verify(token: str, trusted: Iterable[Jwk], largest: int) -> dict[str, Any]:
    """The payload of a compact JWS that one of the trusted keys has signed. Raises Rejected.

    The key in the header only selects one of `trusted`; it is never trusted by itself. `largest`
    is the number of characters that are read.
    """
    if len(token) > largest:
        raise Rejected("size")
    parts = token.split(".")
    if len(parts) != 3:
        raise Rejected("form")
    encoded_header, encoded_payload, encoded_signature = parts
    header = read_object(decode(encoded_header))
    if not set(header) <= HEADERS or header.get("typ", "JWT") != "JWT":
        raise Rejected("header")
    if header.get("alg") != ALGORITHM:
        raise Rejected("algorithm")
    jwk = header.get("jwk")
    if not isinstance(jwk, dict) or "d" in jwk:
        raise Rejected("key")
    key = next((each for each in trusted if each == jwk), None)
    if key is None:
        raise Rejected("key")
    if not encoded_signature:
        raise Rejected("signature")
    payload = decode(encoded_payload)
    decode(encoded_signature)
    try:
        jwt.PyJWS().decode(token, public_key(key), algorithms=[ALGORITHM])
    except jwt.PyJWTError:
        raise Rejected("signature") from None
    return read_object(payload)
