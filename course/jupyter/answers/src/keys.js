/**
 * Which keys Jupyter gets: not those of one letter from a control, and in the reading layout none
 * that deletes, cuts, splits or moves a cell. Lumino ignores keys from elements with this attribute.
 */

const SUPPRESS = "data-lm-suppress-shortcuts";
const WRITING = ".cm-content, input, textarea, select, [contenteditable=true]";
/** With Ctrl and Shift: split, merge, move a cell. */
const CELL_KEYS = new Set(["-", "_", "m", "M", "ArrowUp", "ArrowDown"]);

/**
 * Whether a key would change the notebook's cells, and nothing else.
 *
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} event
 * @param {boolean} isWriting
 */
export function changesCells(event, isWriting) {
  const accel = event.ctrlKey || event.metaKey;
  if (accel && event.shiftKey && CELL_KEYS.has(event.key)) {
    return true;
  }
  if (isWriting) {
    return false;
  }
  const isLetter = event.key.length === 1 && event.key !== " ";
  return (!accel && !event.altKey && isLetter) || (accel && event.key === "Backspace");
}

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  // The frame of a cell is for those who move from cell to cell by key.
  document.body.classList.add("ai4gov-by-key");
  const isOurs = target.closest?.(".ai4gov-answers, .ai4gov-line, .ai4gov-bar");
  if (isOurs) {
    const isJupyters =
      event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter");
    suppress(target, !isJupyters && event.key !== "Escape");
    return;
  }
  const notebook = target.closest?.(".ai4gov-reading .ai4gov-notebook");
  if (notebook) {
    suppress(target, changesCells(event, Boolean(target.closest(WRITING))));
  }
  const cell = target.closest?.(".jp-Cell.ai4gov-code-hidden, .ai4gov-reading .ai4gov-text");
  const isPlain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
  if (cell && event.key === "Enter" && isPlain && !target.closest(WRITING)) {
    // Enter would open the source of a text, or hidden code.
    event.preventDefault();
    event.stopImmediatePropagation();
    /** @type {HTMLElement | null} */
    (cell.querySelector(".ai4gov-answers :is(input, select):not(:disabled)"))?.focus();
  }
}

/** A double click would open the source of the course's texts. @param {MouseEvent} event */
export function onDoubleClick(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest?.(".ai4gov-reading .ai4gov-text .jp-MarkdownOutput")) {
    event.stopImmediatePropagation();
  }
}

/** @param {HTMLElement} target @param {boolean} isSuppressed */
function suppress(target, isSuppressed) {
  if (isSuppressed) {
    target.setAttribute(SUPPRESS, "true");
  } else {
    target.removeAttribute(SUPPRESS);
  }
}

/** Who uses a mouse or a finger sees no frame. */
export const onPointer = () => document.body.classList.remove("ai4gov-by-key");
