/** What is drawn of a question, without Jupyter: data and an answer in, changes of the answer out. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Window } from "happy-dom";

const window = new Window();
for (const name of ["document", "Node", "NodeFilter", "Text", "HTMLInputElement", "HTMLSelectElement", "MutationObserver"]) {
  globalThis[name] = window[name];
}
const { Question } = await import("../src/question.js");
const { hideWhatControlsSay } = await import("../src/question_text.js");
const { changesCells } = await import("../src/keys.js");
const { minutesLeft, titleOf } = await import("../src/sitting.js");

const OPTIONS = [
  { key: "yes", label: "Yes, always" },
  { key: "no", label: "No, never" },
];
const CHOICE = { kind: "choice", name: "reply", label: "What do you answer?", options: OPTIONS };

/** A listener that keeps what it hears, and refuses what `isAnswer` refuses. */
function ear(isAnswer = () => true) {
  const heard = [];
  return {
    heard,
    change: (value) => {
      heard.push(value);
      return isAnswer(value);
    },
    submit: () => heard.push("submitted"),
  };
}

/** What is still read of a text when its controls have taken over what they say. */
function leftOf(html, questions) {
  const text = document.createElement("div");
  text.innerHTML = html;
  document.body.append(text);
  hideWhatControlsSay([text], questions);
  return shownOf(text);
}

/** What is read of an element. */
function shownOf(node) {
  for (const hidden of node.querySelectorAll(".ai4gov-said-below")) {
    hidden.remove();
  }
  return node.innerHTML.replace(/^<p>|<\/p>$/g, "").trim();
}

beforeEach(() => document.body.replaceChildren());

test("a choice is a group of radio buttons with the question as its name", () => {
  const listener = ear();
  const question = new Question(CHOICE, { text: "What do you answer?" }, listener);
  const radios = question.node.querySelectorAll("[type=radio]");
  assert.deepEqual([...radios].map((radio) => radio.parentElement.textContent), ["Yes, always", "No, never"]);
  assert.equal(question.node.getAttribute("aria-label"), "What do you answer?");
  radios[1].dispatchEvent(new window.Event("change"));
  assert.deepEqual(listener.heard, ["no"]);
  question.show("yes", false);
  assert.deepEqual([...radios].map((radio) => radio.checked), [true, false]);
});

test("what cannot be an answer stays in its field, and Enter submits", () => {
  const listener = ear((value) => value !== "twelve");
  const question = new Question({ kind: "number", name: "n" }, { text: "How many?" }, listener);
  const [input] = question.inputs;
  input.value = "twelve";
  input.dispatchEvent(new window.Event("change"));
  question.show("", false);
  assert.equal(question.invalid, input);
  assert.equal(input.value, "twelve");
  input.value = "12";
  input.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Enter" }));
  assert.equal(question.invalid, undefined);
  assert.deepEqual(listener.heard, ["twelve", "12", "submitted"]);
});

test("a question is read once: its text moves into the control with its markup", () => {
  const html =
    "<p>The vendor writes: “93%.” What do <strong>you</strong> answer? Choose one answer " +
    "(<code>reply</code>):</p><ul><li><code>yes</code>: Yes, always</li><li><code>no</code>: No, never</li></ul>";
  const question = new Question(CHOICE, { text: CHOICE.label }, ear());
  assert.equal(leftOf(html, [question]), "The vendor writes: “93%.”");
  assert.equal(question.legend.innerHTML, "What do <strong>you</strong> answer?");
});

test("the form of an answer that is typed is a hint in its control, without the name", () => {
  const label = "What share came in vain?";
  const question = new Question({ kind: "number", name: "share", label }, { text: label }, ear());
  const html = `<p>Visits. ${label} Give a number, or <code>none</code> (<code>share</code>). Take your time.</p>`;
  assert.equal(leftOf(html, [question]), "Visits.  Take your time.");
  assert.equal(shownOf(question.hint), "Give a number, or <code>none</code>.");
  assert.equal(question.inputs[0].getAttribute("aria-describedby"), question.hint.id);
});

test("the first and the last name of several questions are hidden with their brackets", () => {
  const questions = ["s1", "s2"].map((name) => new Question({ ...CHOICE, name, label: "" }, { text: name }, ear()));
  const html = "<p>Choose one of these (<code>s1</code> to <code>s2</code>):</p>";
  assert.equal(leftOf(html, questions), "Choose one of these:");
  assert.equal(leftOf("<p>Use <code>s1</code> (<code>s1</code> or <code>x</code>).</p>", questions), "Use <code>s1</code> (<code>s1</code> or <code>x</code>).");
});

test("a name in bold before a question moves with it, and the words that set off a question stay", () => {
  for (const [lead, stays] of [["Paraguay.", ""], ["Check yourself.", "Check yourself. "]]) {
    const text = document.createElement("div");
    text.innerHTML =
      `<p><strong>${lead}</strong> What do you answer? Choose one answer (<code>reply</code>):</p>`;
    document.body.append(text);
    const question = new Question(CHOICE, { text: CHOICE.label }, ear());
    hideWhatControlsSay([text], [question], ["Check yourself."]);
    text.querySelectorAll(".ai4gov-said-below").forEach((hidden) => hidden.remove());
    assert.equal(text.textContent, stays);
    assert.equal(question.legend.textContent, `${stays ? "" : `${lead} `}What do you answer?`);
  }
});

test("a text that does not say the question as the control does stays", () => {
  const text = document.createElement("div");
  text.innerHTML = "<p>What follows from <em>k</em> = 5?</p>";
  const question = new Question({ ...CHOICE, label: "What follows from $k$ = 5?" }, { text: "What follows from $k$ = 5?" }, ear());
  hideWhatControlsSay([text], [question]);
  assert.equal(text.querySelectorAll(".ai4gov-said-below").length, 0);
});

test("keys that delete, cut, split or move a cell do nothing; those that run and move do", () => {
  const key = (name, modifiers = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });
  for (const name of ["d", "x", "a", "b", "m", "y", "z", "c", "v"]) {
    assert.equal(changesCells(key(name), false), true, name);
    assert.equal(changesCells(key(name), true), false, name);
  }
  assert.equal(changesCells(key("_", { ctrlKey: true, shiftKey: true }), true), true);
  assert.equal(changesCells(key("Backspace", { ctrlKey: true }), false), true);
  assert.equal(changesCells(key("Enter", { shiftKey: true }), false), false);
  assert.equal(changesCells(key("ArrowDown"), false), false);
  assert.equal(changesCells(key("s", { ctrlKey: true }), false), false);
});

test("the minutes left are those up to the next place to stop, in steps of five", () => {
  const cells = ["a", "b", "c"].map((id) => ({ model: { id } }));
  const sitting = { minutes: "12 8 21", stop: "c" };
  assert.deepEqual(minutesLeft(sitting, cells, 0), ["left_to_stop", 20]);
  assert.deepEqual(minutesLeft(sitting, cells, 2), ["left", 20]);
  assert.equal(minutesLeft(sitting, cells.slice(1), 0), null);
  assert.equal(minutesLeft({ minutes: "", stop: "" }, cells, 0), null);
});

test("the title is that of the first heading, without its markup", () => {
  assert.equal(titleOf(["text", "# *Rights* and rules\n\nText"]), "Rights and rules");
});
