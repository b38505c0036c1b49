/** What a control reads in a line of Python, and writes into it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { readAnswer, asNumber, quoted, rightSide, soundFields, unquoted } from "../src/python_literals.js";

test("a number is written with a point, as people of each language type it", () => {
  const typed = [
    ["0,25", "fr", "0.25"],
    ["1 234,5", "fr", "1234.5"],
    ["1,234", "en", "1234"],
    ["1,234", "fr", "1.234"],
    ["12 %", "es", "12 / 100"],
    ["3 ÷ 4", "pt", "3 / 4"],
    ["−7", "fr", "-7"],
    ["007", "en", "7"],
  ];
  for (const [text, lang, written] of typed) {
    assert.equal(asNumber(text, lang), written, text);
  }
});

test("what is no number is not written", () => {
  for (const text of ["twelve", "1e5", "2; import os", "__import__", "()", ""]) {
    assert.equal(asNumber(text, "en"), null, text);
  }
});

test("a text cannot leave its string", () => {
  assert.equal(quoted('a "b" \\ c\nd'), '"a \\"b\\" \\\\ c d"');
  assert.equal(unquoted(quoted('Calle "Sucre" 12')), 'Calle "Sucre" 12');
  assert.equal(unquoted('"a" + "b"'.slice(0, 3)), "a");
  assert.equal(unquoted("str(3)"), null);
});

test("only a line that occurs once is found, and its comment stays outside", () => {
  const source = 'share = 0.5  # a half\nother = "x"';
  const side = rightSide(source, "share");
  assert.equal(source.slice(side.start, side.end), "0.5");
  assert.equal(rightSide("a = 1\na = 2", "a"), null);
  assert.equal(rightSide("b = 1", "a"), null);
});

test("a line with code of the learner's own is marked, and a key that is no option too", () => {
  const field = { kind: "choice", name: "x", options: [{ key: "a" }] };
  assert.deepEqual(readAnswer('x = "..."', field), { value: "", isOwn: false, isLocked: false });
  assert.deepEqual(readAnswer('x = "a"', field), { value: "a", isOwn: false, isLocked: false });
  assert.deepEqual(readAnswer('x = "b"', field), { value: "", isOwn: true, isLocked: false });
  assert.deepEqual(readAnswer("x = f(1)", field), { value: "", isOwn: true, isLocked: true });
});

test("metadata with a name, a key or a kind of another form is refused as a whole", () => {
  const sound = { kind: "number", name: "x" };
  assert.deepEqual(soundFields([sound]), [sound]);
  for (const other of [
    { kind: "number", name: "x = 1\ny" },
    { kind: "choice", name: "x", options: [{ key: '"; import os; "' }] },
    { kind: "choice", name: "x" },
    { kind: "new", name: "x" },
    null,
  ]) {
    assert.equal(soundFields([sound, other]), null);
  }
  assert.equal(soundFields("fields"), null);
});
