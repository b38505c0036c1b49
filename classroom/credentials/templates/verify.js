"use strict";
// Verifies an Open Badge 3.0 with WebCrypto. The same checks, in the same order and with the same
// codes, as classroom/credentials/verify.py; tests compare the two.

const { issuer, words, refusals, lang, contexts, limits } = JSON.parse(
  document.getElementById("data").textContent,
);

class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

function refuse(code) {
  throw new Refused(code);
}

// Strict base64url and JSON: each text has one meaning, or is refused.

function encode(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function decode(text) {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) refuse("encoding");
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) =>
      each.charCodeAt(0),
    );
  } catch {
    refuse("encoding");
  }
  if (encode(bytes) !== text) refuse("encoding");
  return bytes;
}

function readObject(bytes) {
  let found;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    requireUnique(text);
    found = JSON.parse(text);
  } catch {
    refuse("json");
  }
  return isObject(found) ? found : refuse("json");
}

// JSON.parse keeps the last of two members of the same name. Here each object is a set of the
// names in it, an array is null, and a string in front of a colon is a name.
function requireUnique(text) {
  const inside = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "{" || token === "[") {
      inside.push(token === "{" ? new Set() : null);
      if (inside.length > limits.depth) throw new Error("too deep");
    } else if (token === "}" || token === "]") {
      inside.pop();
    } else if (name !== undefined) {
      const names = inside.at(-1);
      const read = JSON.parse(name);
      if (!names || names.has(read)) throw new Error("a name twice");
      names.add(read);
    }
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// The signature

const HEADERS = new Set(["alg", "typ", "jwk"]);
const RS256 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

async function verifyToken(token, largest) {
  if (token.length > largest) refuse("size");
  const parts = token.split(".");
  if (parts.length !== 3) refuse("form");
  const header = readObject(decode(parts[0]));
  if (Object.keys(header).some((name) => !HEADERS.has(name))) refuse("header");
  if ("typ" in header && header.typ !== "JWT") refuse("header");
  if (header.alg !== "RS256") refuse("algorithm");
  if (!isObject(header.jwk) || "d" in header.jwk) refuse("key");
  // The key in the header only selects one of the school's; it is never trusted by itself.
  const key = issuer.keys.find((each) => sameKey(each, header.jwk));
  if (!key) refuse("key");
  if (!parts[2]) refuse("signature");
  const payload = decode(parts[1]);
  const signature = decode(parts[2]);
  const trusted = await crypto.subtle.importKey("jwk", key, RS256, false, ["verify"]);
  const signed = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
  if (!(await crypto.subtle.verify(RS256, trusted, signature, signed))) refuse("signature");
  return readObject(payload);
}

function sameKey(ours, theirs) {
  const names = Object.keys(ours);
  return (
    names.length === Object.keys(theirs).length && names.every((name) => ours[name] === theirs[name])
  );
}

// The badge

function readBadge(payload) {
  const context = payload["@context"];
  if (!Array.isArray(context) || contexts.some((each, place) => context[place] !== each)) {
    refuse("context");
  }
  const types = payload.type;
  if (!Array.isArray(types) || !types.includes("VerifiableCredential")) refuse("type");
  if (!types.some((each) => ["OpenBadgeCredential", "AchievementCredential"].includes(each))) {
    refuse("type");
  }
  const found = members(() => {
    const subject = payload.credentialSubject;
    const achievement = subject.achievement;
    const until = payload.validUntil ?? null;
    return {
      id: textOf(payload.id),
      name: textOf(payload.name),
      learner: textOf(nameOf(subject.identifier)),
      achievement: textOf(achievement.id),
      achievementName: textOf(achievement.name),
      description: textOf(achievement.description),
      criteria: textOf(achievement.criteria.narrative),
      points: textOf(subject.result[0].value),
      outOf: textOf(achievement.resultDescription[0].valueMax),
      sameResult: subject.result[0].resultDescription === achievement.resultDescription[0].id,
      issued: timeOf(payload.validFrom),
      until: until === null ? null : timeOf(until),
      place: placeOf(payload.credentialStatus),
      list: payload.credentialStatus.statusListCredential,
      issuerName: textOf(payload.issuer.name),
      issuer: payload.issuer.id,
      subject: textOf(subject.id),
      language: typeof achievement.inLanguage === "string" ? achievement.inLanguage : "",
    };
  });
  if (found.issuer !== issuer.id) refuse("issuer");
  requireClaims(payload, {
    iss: issuer.id,
    sub: found.subject,
    jti: found.id,
    nbf: found.issued / 1000,
    exp: found.until === null ? undefined : found.until / 1000,
  });
  if (!found.sameResult || found.list !== issuer.status) refuse("claims");
  return found;
}

function members(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse("members");
  }
}

function requireClaims(payload, claims) {
  for (const [name, value] of Object.entries(claims)) {
    if (payload[name] !== value) refuse("claims");
  }
}

function textOf(value) {
  if (typeof value !== "string" || !value) throw new Error("not a text");
  return value;
}

function timeOf(value) {
  if (!/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z$/.test(textOf(value))) throw new Error("not a time");
  const found = Date.parse(value);
  if (new Date(found).toISOString() !== value.replace("Z", ".000Z")) throw new Error("not a time");
  return found;
}

function nameOf(identifiers) {
  return identifiers.find((each) => each.identityType === "name" && each.hashed === false)
    .identityHash;
}

function placeOf(status) {
  const place = Number(textOf(status.statusListIndex));
  const sound =
    status.type === "BitstringStatusListEntry" &&
    status.statusPurpose === "revocation" &&
    (status.statusSize ?? 1) === 1 &&
    String(place) === status.statusListIndex &&
    Number.isSafeInteger(place) &&
    place >= 0 &&
    place < limits.places;
  if (!sound) throw new Error("not a place in the list");
  return place;
}

// The status list

async function readList(token, now) {
  try {
    const payload = await verifyToken(token, limits.list);
    const found = members(() => {
      const subject = payload.credentialSubject;
      const sound =
        payload["@context"][0] === contexts[0] &&
        payload.type.includes("BitstringStatusListCredential") &&
        payload.id === issuer.status &&
        payload.issuer === issuer.id &&
        subject.type === "BitstringStatusList" &&
        subject.statusPurpose === "revocation";
      if (!sound) throw new Error("another list");
      return {
        encoded: textOf(subject.encodedList),
        date: timeOf(payload.validFrom),
        until: timeOf(payload.validUntil),
      };
    });
    requireClaims(payload, { iss: issuer.id, jti: issuer.status, nbf: found.date / 1000 });
    if (found.date > now + limits.leeway || !found.encoded.startsWith("u")) refuse("list");
    found.bits = found.until <= now ? null : await unpack(decode(found.encoded.slice(1)));
    if (found.bits) return found;
  } catch {
    refuse("list");
  }
  return refuse("list-expired");
}

async function unpack(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const found = new Uint8Array(limits.places / 8);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    // A small file can unpack to a huge one.
    if (length + value.length > found.length) throw new Error("too long");
    found.set(value, length);
    length += value.length;
  }
  if (length !== found.length) throw new Error("too short");
  return found;
}

async function verify(token, listed) {
  const now = Date.now();
  const found = readBadge(await verifyToken(token, limits.token));
  if (found.issued > now + limits.leeway) refuse("not-yet");
  if (found.until !== null && found.until <= now) refuse("expired");
  found.listed = null;
  if (listed !== null) {
    const list = await readList(listed, now);
    if (list.bits[found.place >> 3] & (0x80 >> (found.place & 7))) refuse("revoked");
    found.listed = list.date;
  }
  return found;
}

// What the page shows: text only, and nothing of a credential that is refused.

const form = document.getElementById("form");
const result = document.getElementById("result");

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// Days and numbers as the course writes them.
const locale = lang === "en" ? "en-GB" : lang;

function day(time) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(time);
}

function show(kind, heading, ...rest) {
  result.className = kind;
  const title = element("h2", heading, { tabindex: "-1" });
  result.replaceChildren(title, ...rest);
  title.focus();
}

function facts(found) {
  const points = new Intl.NumberFormat(locale);
  const rows = [
    [words.learner, found.learner],
    [words.achievement, found.name],
    [words.issuer, issuer.name],
    [words.points, words.of.replace("{points}", points.format(found.points))
      .replace("{out_of}", points.format(found.outOf))],
    [words.issued, day(found.issued)],
    [words.until, found.until === null ? words.no_end : day(found.until)],
    [words.revoked, found.listed === null ? words.unknown
      : words.not_revoked.replace("{date}", day(found.listed))],
    [words.about, found.description],
    [words.criteria, found.criteria],
    [words.id, found.id],
  ];
  const list = document.createElement("dl");
  for (const [term, text] of rows) {
    const row = document.createElement("div");
    const value = element("dd", "");
    // Keeps the letters of a name from changing the order of those around it.
    value.append(element("bdi", text));
    if ([words.achievement, words.about, words.criteria].includes(term)) {
      value.lang = found.language;
    }
    row.append(element("dt", term), value);
    list.append(row);
  }
  return list;
}

async function textOfFile(input, largest) {
  const file = input.files[0];
  if (!file) return null;
  if (file.size > largest + 2) refuse(input.id === "list" ? "list" : "size");
  return (await file.text()).replace(/[\r\n]+$/, "");
}

// The school publishes its list beside this page; a page that was saved has to be given it.
async function publishedList() {
  if (!location.protocol.startsWith("http")) return null;
  try {
    const answer = await fetch("status.jwt", { cache: "no-store", redirect: "error" });
    return answer.ok ? (await answer.text()).replace(/[\r\n]+$/, "") : null;
  } catch {
    return null;
  }
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const pasted = document.getElementById("text").value.replace(/^\s+|\s+$/g, "");
  try {
    const token = pasted || (await textOfFile(document.getElementById("file"), limits.token));
    if (!token) {
      show("refused", words.nothing);
      return;
    }
    const given = await textOfFile(document.getElementById("list"), limits.list);
    const found = await verify(token, given ?? (await publishedList()));
    const heading = found.listed === null ? words.genuine : words.valid;
    show("valid", `✓ ${heading}`, facts(found));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const reason = element("p", refusals[error.code], { "data-code": error.code });
    show("refused", `✗ ${words.refused}`, reason, element("p", words.nothing_shown));
  }
});

if (globalThis.crypto?.subtle && globalThis.DecompressionStream) {
  form.hidden = false;
} else {
  show("refused", words.cannot);
}
