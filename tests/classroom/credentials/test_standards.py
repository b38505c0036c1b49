"""Others read our credentials: the specification by hand, openbadgeslib, node, and jose."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from openbadgeslib.ob3 import (
    OB3VerificationError,
    OB3Verifier,
    check_credential_status,
)

from classroom.credentials.issue import issue, revoke
from classroom.credentials.key_pair import School
from classroom.credentials.status_list import encoded_list, is_revoked
from tests.classroom.credentials.school import SLUG
from tests.system import need

PARTS = ("decide", "build", "whole")


@pytest.fixture(scope="module")
def place(made, tmp_path_factory) -> tuple[School, dict[str, str]]:
    """A school with amina's three credentials, the Build one of them revoked."""
    folder = tmp_path_factory.mktemp("standards")
    school = School(shutil.copytree(made[0].folder, folder / "s"), made[0].key, made[0].issuer)
    issue(made[1], SLUG, school, folder / "out", "amina")
    files = {part: folder / "out" / f"{SLUG}-{part}-amina.jwt" for part in PARTS}
    revoke(school, str(files["build"]))
    return school, {part: file.read_text().strip() for part, file in files.items()}


def parts(token: str) -> tuple[dict, dict, bytes, bytes]:
    """Header, payload, what is signed, and the signature (RFC 7515, section 7.1)."""
    header, payload, signature = token.split(".")
    data = [base64.urlsafe_b64decode(each + "==") for each in (header, payload, signature)]
    return json.loads(data[0]), json.loads(data[1]), f"{header}.{payload}".encode(), data[2]


def test_the_signature_is_rs256_by_the_key_that_the_school_publishes(place):
    """RFC 7518, section 3.3, with `cryptography` alone, and the key from issuer.json."""
    school, tokens = place
    document = json.loads((school.public / "issuer.json").read_text())
    jwk = document["verificationMethod"][0]["publicKeyJwk"]
    n, e = (int.from_bytes(base64.urlsafe_b64decode(jwk[name] + "==")) for name in ("n", "e"))
    key = rsa.RSAPublicNumbers(e, n).public_key()
    for token in (*tokens.values(), (school.public / "status.jwt").read_text().strip()):
        header, _, signed, signature = parts(token)
        # Open Badges 3.0, 8.2.3: these headers only, and the public key or a `kid`.
        assert header == {"alg": "RS256", "typ": "JWT", "jwk": jwk}
        key.verify(signature, signed, padding.PKCS1v15(), hashes.SHA256())
        with pytest.raises(InvalidSignature):
            key.verify(signature, signed + b"A", padding.PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize("part", PARTS)
def test_a_credential_has_the_members_that_open_badges_3_0_requires(place, part):
    """Appendix B, the rows whose multiplicity is 1 or 1..*, and section 8.2.4.1 for the claims."""
    school, tokens = place
    _, found, _, _ = parts(tokens[part])
    assert found["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(
        r"https://purl\.imsglobal\.org/spec/ob/v3p0/context-3\.\d\.\d\.json", found["@context"][1]
    )
    assert found["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", found["id"])
    assert found["name"]
    assert found["issuer"]["type"] == ["Profile"] and found["issuer"]["name"]
    subject = found["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    achievement = subject["achievement"]
    assert achievement["type"] == ["Achievement"]
    assert achievement["id"].startswith(school.issuer.address)
    assert achievement["name"] and achievement["description"]
    assert "70%" in achievement["criteria"]["narrative"]
    for described in achievement["resultDescription"]:
        assert described["type"] == ["ResultDescription"] and described["name"]
        assert described["resultType"] == "RawScore"
    for result in subject["result"]:
        assert result["type"] == ["Result"]
        assert result["resultDescription"] == described["id"]
    for identity in subject["identifier"]:
        assert identity == {
            "type": "IdentityObject", "hashed": False, "identityHash": "Amina Diallo",
            "identityType": "name",
        }  # fmt: skip
    begin = datetime.strptime(found["validFrom"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert (found["iss"], found["sub"]) == (found["issuer"]["id"], subject["id"])
    assert (found["jti"], found["nbf"]) == (found["id"], begin.timestamp())
    assert "exp" not in found and "validUntil" not in found


def test_the_status_list_follows_bitstring_status_list_1_0(place):
    """Section 2.2: the list; 3.2: at least 131,072 bits, the first one leftmost, gzip, `u`."""
    school, tokens = place
    _, listed, _, _ = parts((school.public / "status.jwt").read_text().strip())
    assert listed["type"] == ["VerifiableCredential", "BitstringStatusListCredential"]
    subject = listed["credentialSubject"]
    assert subject["type"] == "BitstringStatusList" and subject["statusPurpose"] == "revocation"
    assert subject["encodedList"][0] == "u"
    bits = gzip.decompress(base64.urlsafe_b64decode(subject["encodedList"][1:] + "=="))
    assert len(bits) * 8 == 131_072
    as_text = "".join(f"{byte:08b}" for byte in bits)
    places = {
        part: int(parts(token)[1]["credentialStatus"]["statusListIndex"])
        for part, token in tokens.items()
    }
    assert as_text.count("1") == 1
    assert as_text[places["build"]] == "1"


@pytest.mark.parametrize("place_", [0, 1, 7, 8, 131_071])
def test_a_bit_is_found_where_the_specification_puts_it(place_):
    encoded = encoded_list([place_])
    assert is_revoked(encoded, place_)
    assert not any(is_revoked(encoded, other) for other in (2, 9, 131_070))


def test_openbadgeslib_accepts_what_is_valid_and_refuses_what_is_revoked(place):
    school, tokens = place
    verifier = OB3Verifier((school.public / "public-key.pem").read_bytes())
    status = (school.public / "status.jwt").read_bytes()
    asked = []

    def download(address: str) -> bytes:
        asked.append(address)
        return status

    for part in ("decide", "whole"):
        found = verifier.verify(tokens[part], check_status=True, download=download)
        assert found.identifiers[0].identity_hash == "Amina Diallo"
        assert found.results[0].value == {"decide": "6", "whole": "20"}[part]
        assert found.issuer.name == school.issuer.name
    with pytest.raises(OB3VerificationError, match="'revocation' is set"):
        verifier.verify(tokens["build"], check_status=True, download=download)
    found = verifier.verify(tokens["build"])
    with pytest.raises(OB3VerificationError, match="'revocation' is set"):
        check_credential_status(found, download, verify_list=True,
                                list_pubkey_pem=verifier.pubkey_pem)  # fmt: skip
    assert set(asked) == {school.issuer.status}


def test_openbadgeslib_refuses_a_changed_credential(place):
    school, tokens = place
    verifier = OB3Verifier((school.public / "public-key.pem").read_bytes())
    header, payload, signature = tokens["decide"].split(".")
    text = base64.urlsafe_b64decode(payload + "==").replace(b"Amina", b"Maria")
    changed = base64.urlsafe_b64encode(text).rstrip(b"=").decode()
    with pytest.raises(OB3VerificationError, match="Invalid signature"):
        verifier.verify(f"{header}.{changed}.{signature}")


NODE = """
const { webcrypto: { subtle } } = require("node:crypto");
const { gunzipSync } = require("node:zlib");
const [issuer, status, ...tokens] = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const read = (part) => JSON.parse(Buffer.from(part, "base64url"));
async function verified(token) {
  const [header, payload, signature] = token.split(".");
  const jwk = issuer.verificationMethod[0].publicKeyJwk;
  const key = await subtle.importKey("jwk", jwk, RS256, false, ["verify"]);
  const signed = Buffer.from(`${header}.${payload}`);
  if (!(await subtle.verify(RS256, key, Buffer.from(signature, "base64url"), signed))) {
    throw new Error("signature");
  }
  return read(payload);
}
(async () => {
  const list = (await verified(status)).credentialSubject.encodedList;
  const bits = gunzipSync(Buffer.from(list.slice(1), "base64url"));
  const found = [];
  for (const token of tokens) {
    const place = Number((await verified(token)).credentialStatus.statusListIndex);
    found.push((bits[Math.floor(place / 8)] >> (7 - (place % 8))) & 1);
  }
  console.log(JSON.stringify(found));
})();
"""

JOSE = """
import { compactVerify, importJWK } from "jose";
import { readFileSync } from "node:fs";
const [issuer, status, ...tokens] = JSON.parse(readFileSync(0, "utf8"));
const key = await importJWK(issuer.verificationMethod[0].publicKeyJwk, "RS256");
const types = [];
for (const token of [status, ...tokens]) {
  const { payload } = await compactVerify(token, key, { algorithms: ["RS256"] });
  types.push(JSON.parse(new TextDecoder().decode(payload)).type[1]);
}
console.log(JSON.stringify(types));
"""


def node(program: str, place, *options: str, cwd: Path | None = None) -> list:
    school, tokens = place
    issuer = json.loads((school.public / "issuer.json").read_text())
    told = [issuer, (school.public / "status.jwt").read_text().strip(), *tokens.values()]
    done = subprocess.run(
        ["node", *options, "--eval", program],
        input=json.dumps(told), capture_output=True, text=True, timeout=60, cwd=cwd,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_node_with_its_own_cryptography_finds_the_revoked_one(place):
    need("node")
    assert node(NODE, place) == [0, 1, 0]


def test_the_library_jose_verifies_all(place):
    """Where it is installed: `npm install jose`, its folder named in AI4GOV_NODE_MODULES."""
    folder = os.environ.get("AI4GOV_NODE_MODULES", "")
    if not shutil.which("node") or not Path(folder, "jose").is_dir():
        pytest.skip("the package jose of npm is not installed (AI4GOV_NODE_MODULES)")
    types = node(JOSE, place, "--input-type=module", cwd=Path(folder).parent)
    assert types == ["BitstringStatusListCredential", *["OpenBadgeCredential"] * 3]


def test_the_published_key_in_pem_is_the_one_in_issuer_json(place):
    school, _ = place
    pem = serialization.load_pem_public_key((school.public / "public-key.pem").read_bytes())
    jwk = json.loads((school.public / "issuer.json").read_text())["verificationMethod"][0]
    n = int.from_bytes(base64.urlsafe_b64decode(jwk["publicKeyJwk"]["n"] + "=="))
    assert pem.public_numbers().n == n
