/**
 * What is laid out in the text of a notebook: paragraphs to set off, and columns of numbers.
 *
 * @import { About } from "./jupyter.js"
 */

const FIGURE = /^[(+\-−–]?[\d.,\s\u00a0\u202f]*\d\s?%?\)?$/;

/**
 * Set off paragraphs that begin with some of the words in bold, and mark columns of numbers.
 *
 * @param {HTMLElement} node
 * @param {About["words"]} words
 */
export function layOut(node, words) {
  const callouts = new Map([
    [words.decision, "decision"],
    [words.self_check, "self-check"],
  ]);
  const mark = () => {
    for (const lead of node.querySelectorAll(".jp-MarkdownOutput p > strong:first-child")) {
      const kind = callouts.get(lead.textContent?.trim() ?? "");
      if (kind && !lead.previousSibling) {
        lead.parentElement?.classList.add("ai4gov-callout", kind);
      }
    }
    for (const table of node.querySelectorAll("table:not([data-ai4gov-columns])")) {
      markNumbers(/** @type {HTMLTableElement} */ (table));
    }
  };
  let isWaiting = false;
  new MutationObserver(() => {
    if (!isWaiting) {
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    }
  }).observe(node, { childList: true, subtree: true });
  node.classList.add("ai4gov-notebook", "ai4gov-piece");
  mark();
}

/** Mark the columns of a table that hold numbers only. @param {HTMLTableElement} table */
export function markNumbers(table) {
  table.dataset.ai4govColumns = "";
  const rows = [...table.rows].filter((row) => row.cells.length > 1);
  const body = rows.filter((row) => row.querySelector("td"));
  for (let column = 0; column < (body[0]?.cells.length ?? 0); column++) {
    const texts = body.map((row) => row.cells[column]?.textContent?.trim() ?? "");
    const filled = texts.filter((text) => text && !["NaN", "–", "—"].includes(text));
    if (filled.length > 0 && filled.every((text) => FIGURE.test(text))) {
      rows.forEach((row) => row.cells[column]?.classList.add("ai4gov-number"));
    }
  }
}
