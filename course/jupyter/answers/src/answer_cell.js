/**
 * The controls of one answer cell. The source of the cell is the answer: a control changes the right
 * side of its line, and reads the source again after each change, so that typing, undo and a
 * restored notebook move the control too.
 *
 * @import { Field } from "./python_literals.js"
 * @import { Cell } from "./jupyter.js"
 * @import { CourseNotebook } from "./course_notebook.js"
 */

import { element } from "./elements.js";
import { FORMS, readAnswer, rightSide } from "./python_literals.js";
import { Question, numberOf } from "./question.js";

/** A line that takes over what a form has saved: its cell has no fields, and is only checked. */
const TAKEN_OVER = /^\w+ = (handed_in|saved|project\.saved)\(.*\)$/m;

export class AnswerCell {
  /**
   * @param {Cell} cell
   * @param {Field[]} fields
   * @param {CourseNotebook} notebook
   */
  constructor(cell, fields, notebook) {
    this.cell = cell;
    this.fields = fields;
    this.notebook = notebook;
    this.words = notebook.words;
    this.isShownByHand = false;
    this.isOwn = false;
    this.isOutdated = false;
    this.judged = this.source;
    this.note = element("p", { className: "ai4gov-note" });
    this.note.setAttribute("role", "status");
    const check = element("button", { type: "button", className: "ai4gov-first" });
    check.textContent = this.words.check;
    check.addEventListener("click", () => this.check());
    this.codeButton = element("button", { type: "button", className: "ai4gov-quiet" });
    this.codeButton.addEventListener("click", () => {
      this.isShownByHand = !this.isShownByHand;
      this.refresh();
    });
    this.questions = fields.map((field) => this.draw(field));
    this.node = element(
      "div",
      { className: "ai4gov-answers ai4gov-piece" },
      ...this.questions.map((question) => question.node),
      element("div", { className: "ai4gov-buttons" }, check, this.codeButton),
      // Below the buttons: a sentence that appears must not move them away from the mouse.
      this.note,
    );
    cell.model.contentChanged.connect(() => this.refresh());
    this.refresh();
  }

  get source() {
    return this.cell.model.sharedModel.getSource();
  }

  /** @param {Field} field */
  draw(field) {
    const label = field.label || (this.fields.length > 1 ? field.name : this.words.answer);
    const text = numberOf(field) + label;
    const options = JSON.stringify(field.options);
    const alike = this.fields.filter((other) => JSON.stringify(other.options) === options);
    const asked = { text, isCompact: alike.length > 2 };
    return new Question(field, asked, {
      change: (value) => this.write(field, value),
      submit: () => this.check(),
    });
  }

  /**
   * Write the right side of a field's line; false for what is no answer of its kind.
   *
   * @param {Field} field
   * @param {string} value
   */
  write(field, value) {
    const side = rightSide(this.source, field.name);
    const form = FORMS[field.kind];
    const text = value.trim() === "" ? form.empty : form.write(value, this.notebook.language);
    if (text === null) {
      this.say(this.words.number);
      this.notebook.checkOf(this.cell)?.node.classList.add("ai4gov-outdated");
      return false;
    }
    if (side) {
      this.cell.model.sharedModel.updateSource(side.start, side.end, text);
      if (!this.isOutdated) {
        // For who does not see the control change.
        this.say(this.words.written.replace("{line}", `${field.name} = ${text}`), true);
      }
    }
    return true;
  }

  /** @param {string} text */
  say(text, isQuiet = false) {
    this.note.textContent = text;
    this.note.classList.toggle("ai4gov-unseen", isQuiet);
  }

  /** Show in the controls what the source says. */
  refresh() {
    const source = this.source;
    const isLocked = this.cell.model.getMetadata("editable") === false;
    let own = this.fields.length === 0 && !TAKEN_OVER.test(source);
    for (const question of this.questions) {
      const answer = readAnswer(source, question.field);
      own = own || answer.isOwn;
      question.show(answer.value, isLocked || answer.isLocked);
    }
    const isShown = own || this.isShownByHand;
    const judging = this.notebook.checkOf(this.cell);
    for (const cell of [this.cell, judging]) {
      cell?.node.classList.toggle("ai4gov-code-hidden", !isShown);
    }
    this.codeButton.hidden = own;
    this.codeButton.textContent = isShown ? this.words.hide : this.words.show;
    this.codeButton.setAttribute("aria-expanded", String(isShown));
    if (this.isOwn && !own) {
      this.say("");
    }
    this.isOwn = own;
    this.markOutdated(judging);
    if (own) {
      this.say(this.words.own);
    }
  }

  /**
   * Mark the result of the check below where the answer has changed since.
   *
   * @param {Cell | null} judging
   */
  markOutdated(judging) {
    const results = judging?.model.outputs?.length ?? 0;
    this.isOutdated = this.judged !== this.source && results > 0;
    judging?.node.classList.toggle("ai4gov-outdated", this.isOutdated);
    if (this.isOutdated) {
      this.say(this.words.outdated);
    }
  }

  /** The check of this answer has run. @param {Cell} judging */
  wasJudged(judging) {
    this.judged = this.source;
    this.say("");
    this.markOutdated(judging);
  }

  async check() {
    const invalid = this.questions.map((question) => question.invalid).find(Boolean);
    if (invalid) {
      invalid.focus();
      return;
    }
    const judging = this.notebook.checkOf(this.cell);
    const result = judging ?? this.cell;
    const cells = [...this.notebook.unrunAbove(this.cell, true), this.cell];
    if (judging) {
      cells.push(judging);
    }
    if (this.notebook.isStarting) {
      this.say(this.words.starting);
    }
    await this.notebook.run(cells);
    // Running moves to the top of a cell: after a long list of questions its result is below.
    requestAnimationFrame(() => result.outputArea?.node.scrollIntoView({ block: "nearest" }));
  }
}
