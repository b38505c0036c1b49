/**
 * The text of a question moves from the page into its control, so that it is read once.
 *
 * The text of the notebook stays as it is: parts of its rendering are hidden. Without the extension
 * the learner reads all of it.
 *
 * @import { Question } from "./question.js"
 */

import { element } from "./elements.js";
import { numberOf } from "./question.js";

const HIDDEN = "ai4gov-said-below";

/**
 * Hide, in texts above an answer cell, what its controls say: questions, options, names of lines.
 *
 * @param {HTMLElement[]} texts The nearest one first.
 * @param {Question[]} questions
 * @param {string[]} kept Words in bold that stay in the text where a question follows them.
 */
export function hideWhatControlsSay(texts, questions, kept = []) {
  for (const text of texts) {
    const hide = () => {
      hideOptions(text, questions);
      for (const question of questions) {
        moveQuestion(text, question, kept);
      }
      hideNames(text, new Set(questions.map(({ field }) => field.name)));
      hideEmptied(text);
    };
    // A text is drawn when it comes into view, and anew when somebody has edited it.
    new MutationObserver(hide).observe(text, { childList: true, subtree: true });
    hide();
  }
}

/**
 * Lists whose options are drawn again below; a list that three questions share stays.
 *
 * @param {HTMLElement} text
 * @param {Question[]} questions
 */
function hideOptions(text, questions) {
  for (const list of text.querySelectorAll(`ul:not(.${HIDDEN})`)) {
    const keys = [...list.children].map((item) => keyOf(item)).join();
    /** @param {Question} question */
    const isSaid = ({ field }) =>
      field.kind === "choice" && field.options?.map(({ key }) => key).join() === keys;
    const found = questions.filter(isSaid);
    if (found.length > 0 && found.length < 3) {
      list.classList.add(HIDDEN);
    }
  }
}

/** The key that an option begins with, such as `yes` or "A.". @param {Element} item */
const keyOf = (item) => item.firstElementChild?.textContent?.replace(/\.$/, "") ?? "";

/**
 * Show the sentence that asks a question, with its markup, as the question's legend, and hide it
 * with the instruction behind it that names the line, such as "Choose one answer (`reply`):". Where
 * an answer is typed, its instruction, such as "Give a whole number (`n`).", becomes the hint.
 *
 * @param {HTMLElement} text
 * @param {Question} question
 * @param {string[]} kept
 */
function moveQuestion(text, question, kept) {
  const { label = "", name } = question.field;
  for (const block of label ? text.querySelectorAll("p, li") : []) {
    const asked = rangeOf(block, label);
    if (!asked || block.closest(`.${HIDDEN}`)) {
      continue;
    }
    const lead = block.firstElementChild;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(asked.startContainer, asked.startOffset);
    const said = before.toString().trim();
    if (lead?.tagName === "STRONG" && said === lead.textContent?.trim() && !kept.includes(said)) {
      // A name in bold, such as "**Paraguay.**", says what the question is about.
      asked.setStart(block, 0);
    }
    question.legend.replaceChildren(numberOf(question.field), asked.cloneContents());
    const first = asked.startContainer.parentElement?.closest("li");
    if (first === block && first?.firstElementChild?.textContent === name) {
      // An item such as "- `share`: the share of ...": its name goes too.
      asked.setStart(block, 0);
    }
    const behind = new RegExp(`^[^.?!]*\\(${name}\\)\\s?[:.]?`).exec(textBehind(asked, block));
    if (behind) {
      const form = document.createRange();
      form.setStart(asked.endContainer, asked.endOffset);
      extend(asked, block, behind[0].length);
      form.setEnd(asked.endContainer, asked.endOffset);
      question.hint.replaceChildren(form.cloneContents());
      hideNames(question.hint, new Set([name]));
    }
    hideRange(asked);
    return;
  }
}

/** The text nodes of a block that are shown. @param {Node} block @returns {Text[]} */
function textNodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest(`.${HIDDEN}`)) {
      found.push(/** @type {Text} */ (node));
    }
  }
  return found;
}

/**
 * Where a block says a text, whatever its spaces and its first letter's case; null where it does
 * not.
 *
 * @param {Element} block
 * @param {string} wanted
 */
function rangeOf(block, wanted) {
  const nodes = textNodes(block);
  const whole = nodes.map(({ data }) => data).join("");
  const words = wanted.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = new RegExp(words.join("\\s+"), "i").exec(whole);
  if (!found || !found[0]) {
    return null;
  }
  const range = document.createRange();
  range.setStart(...placeOf(nodes, found.index));
  range.setEnd(...placeOf(nodes, found.index + found[0].length, true));
  return range;
}

/**
 * The node and the offset in it of a place in the text of several nodes.
 *
 * @param {Text[]} nodes
 * @param {number} place
 * @returns {[Text, number]}
 */
function placeOf(nodes, place, isEnd = false) {
  for (const node of nodes) {
    if (place < node.length || (isEnd && place === node.length)) {
      return [node, place];
    }
    place -= node.length;
  }
  const last = nodes[nodes.length - 1];
  return [last, last.length];
}

/** @param {Range} range @param {Element} block */
function textBehind(range, block) {
  const rest = document.createRange();
  rest.setStart(range.endContainer, range.endOffset);
  rest.setEndAfter(block.lastChild ?? block);
  return rest.toString();
}

/**
 * Move the end of a range on by so many characters.
 *
 * @param {Range} range
 * @param {Element} block
 * @param {number} characters
 */
function extend(range, block, characters) {
  const nodes = textNodes(block);
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.endContainer, range.endOffset);
  range.setEnd(...placeOf(nodes, before.toString().length + characters, true));
}

/** @param {Range} range */
function hideRange(range) {
  const hidden = element("span", { className: HIDDEN });
  hidden.append(range.extractContents());
  range.insertNode(hidden);
}

/**
 * Hide the names of lines in brackets that are left, as in "the largest group (largest)".
 *
 * @param {HTMLElement} text
 * @param {Set<string>} names
 */
function hideNames(text, names) {
  for (const code of text.querySelectorAll("code")) {
    // In "(s1 to s8)", the brackets hold the first and the last name of several.
    const isAlone = code.nextSibling?.textContent?.startsWith(")");
    const last = isAlone ? code : code.nextElementSibling;
    const [before, after] = [code.previousSibling, last?.nextSibling];
    if (
      [code, last].every((name) => names.has(name?.textContent ?? "")) &&
      !code.closest(`.${HIDDEN}`) &&
      before instanceof Text &&
      after instanceof Text &&
      before.data.endsWith("(") &&
      after.data.startsWith(")")
    ) {
      before.data = before.data.replace(/\s?\($/, "");
      after.data = after.data.slice(1);
      const range = document.createRange();
      range.setStartBefore(code);
      range.setEndBefore(after);
      hideRange(range);
    }
  }
}

/** Hide paragraphs, items and lists of which nothing is shown any more. @param {HTMLElement} text */
function hideEmptied(text) {
  for (const block of text.querySelectorAll("li, p, ul, ol")) {
    const hasHidden = block.querySelector(`.${HIDDEN}`);
    const shown = textNodes(block).some(({ data }) => data.trim());
    if (hasHidden && !shown && !block.querySelector("img, svg, mjx-container")) {
      block.classList.add(HIDDEN);
    }
  }
}
