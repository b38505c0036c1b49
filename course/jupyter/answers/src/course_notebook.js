/**
 * One open notebook of the course: its answer cells, its folded cells, its forms, and which cells
 * have run in its kernel.
 *
 * @import { About, Cell, Jupyter, Panel } from "./jupyter.js"
 */

import { AnswerCell } from "./answer_cell.js";
import { element } from "./elements.js";
import { soundFields } from "./python_literals.js";
import { hideWhatControlsSay } from "./question_text.js";

const CHECK = /^check\(/m;
const IMPORTS = /^from course import/m;

/** @param {Cell} cell @returns {string} */
const sourceOf = (cell) => cell.model.sharedModel.getSource();

/** @param {Cell} cell */
const fieldsOf = (cell) =>
  cell.model.type === "code" ? soundFields(cell.model.getMetadata("ai4gov")?.fields) : null;

/** @param {Cell} cell */
const opensForm = (cell) =>
  cell.model.type === "code" && cell.model.getMetadata("ai4gov")?.form === true;

/** A text that a person reads, which the learner writes in place of three dots. @param {Cell} cell */
export const isNote = (cell) =>
  cell.model.type === "markdown" && Boolean(cell.model.getMetadata("nbgrader")?.solution);

export class CourseNotebook {
  /**
   * @param {Panel} panel
   * @param {About} about
   * @param {Jupyter} jupyter
   */
  constructor(panel, about, jupyter) {
    this.panel = panel;
    this.jupyter = jupyter;
    this.words = about.words;
    this.language = about.language;
    /** @type {Map<Cell, AnswerCell | null>} */
    this.answers = new Map();
    this.ran = new WeakSet();
    this.drawn = new WeakSet();
    const { content, sessionContext } = panel;
    jupyter.NotebookActions.executed.connect((_, { notebook, cell }) => {
      if (notebook === content) {
        this.ran.add(cell.model);
        for (const [answer, controls] of this.answers) {
          if (controls && this.checkOf(answer) === cell) {
            controls.wasJudged(cell);
          }
        }
      }
    });
    sessionContext.statusChanged.connect((_, status) => {
      if (["restarting", "autorestarting", "starting"].includes(status)) {
        this.ran = new WeakSet();
      }
    });
    content.model?.cells.changed.connect(() => requestAnimationFrame(() => this.draw()));
    this.draw();
  }

  get cells() {
    return this.panel.content.widgets;
  }

  /** Whether nothing can be run yet, because the kernel is not there. */
  get isStarting() {
    return !["idle", "busy"].includes(this.panel.sessionContext.kernelDisplayStatus);
  }

  draw() {
    for (const cell of this.cells) {
      const fields = fieldsOf(cell);
      const isFolded = cell.model.type === "code" && cell.inputHidden;
      if (this.drawn.has(cell) || !(fields || isFolded || opensForm(cell) || isNote(cell))) {
        continue;
      }
      this.drawn.add(cell);
      cell.ready.then(() => {
        if (cell.isDisposed) {
          return;
        }
        if (fields) {
          this.addControls(cell, fields);
        } else if (opensForm(cell)) {
          this.addFormButton(cell);
        } else if (isNote(cell)) {
          this.addNoteLine(cell);
        } else {
          this.addCodeLine(cell);
        }
      });
    }
  }

  /** @param {Cell} cell @param {import("./python_literals.js").Field[]} fields */
  addControls(cell, fields) {
    const controls = new AnswerCell(cell, fields, this);
    this.insert(cell, 1, controls.node);
    this.answers.set(cell, controls);
    cell.disposed.connect(() => this.answers.delete(cell));
    const { decision, self_check: selfCheck } = this.words;
    hideWhatControlsSay(this.textsAbove(cell), controls.questions, [decision, selfCheck]);
  }

  /**
   * The rendered texts between an answer cell and the heading or the answer above it.
   *
   * @param {Cell} cell
   */
  textsAbove(cell) {
    const found = [];
    for (let place = this.cells.indexOf(cell) - 1; place >= 0; place--) {
      const above = this.cells[place];
      if (fieldsOf(above)?.length) {
        break;
      }
      if (above.model.type === "markdown") {
        found.push(above.node);
        if (/^##? /m.test(sourceOf(above))) {
          break;
        }
      }
    }
    return found;
  }

  /** @param {Cell} cell @param {number} place @param {HTMLElement} node */
  insert(cell, place, node) {
    cell.layout.insertWidget(place, new this.jupyter.Widget({ node }));
  }

  /**
   * The cell whose check judges an answer: the next one that calls check, before other answers.
   *
   * @param {Cell} cell
   */
  checkOf(cell) {
    for (const below of this.cells.slice(this.cells.indexOf(cell) + 1)) {
      if (fieldsOf(below)) {
        return null;
      }
      if (below.model.type === "code" && CHECK.test(sourceOf(below))) {
        return below;
      }
    }
    return null;
  }

  /**
   * The course's own cells above one that have not run in this kernel: what it needs.
   *
   * They are neither answers, checks nor forms. A quick check of a lesson needs only the imports.
   *
   * @param {Cell} cell
   * @param {boolean} isChecked
   */
  unrunAbove(cell, isChecked) {
    return this.cells.slice(0, this.cells.indexOf(cell)).filter((above) => {
      const marks = above.model.getMetadata("nbgrader");
      return (
        above.model.type === "code" &&
        !this.ran.has(above.model) &&
        !fieldsOf(above) &&
        !opensForm(above) &&
        !(marks?.solution || marks?.grade) &&
        !CHECK.test(sourceOf(above)) &&
        (!isChecked || marks?.locked || IMPORTS.test(sourceOf(above)))
      );
    });
  }

  /** Run cells, after starting a kernel where there is none. @param {Cell[]} cells */
  async run(cells) {
    const { content, sessionContext } = this.panel;
    await sessionContext.ready;
    if (!sessionContext.session?.kernel) {
      await sessionContext.restartKernel();
    }
    return this.jupyter.NotebookActions.runCells(content, cells, sessionContext);
  }

  /**
   * Below a text that a person writes: a button to write it, and how many words it has.
   *
   * @param {Cell} cell
   */
  addNoteLine(cell) {
    const count = element("span", { className: "ai4gov-words" });
    const button = element("button", { type: "button", className: "ai4gov-quiet" });
    button.addEventListener("click", () => {
      cell.rendered = !cell.rendered;
      if (!cell.rendered) {
        cell.editor?.focus();
        if (!written()) {
          // What is typed takes the place of the invitation to write.
          const lines = sourceOf(cell).split("\n");
          const end = { line: lines.length - 1, column: lines[lines.length - 1].length };
          cell.editor?.setSelection({ start: { line: 0, column: 0 }, end });
        }
      }
      refresh();
    });
    // Without the invitation to write, and the three dots below it.
    const written = () =>
      sourceOf(cell)
        .replace(/\*[^*]+ · [^*]+\*/, "")
        .split(/\s+/)
        .filter((word) => word && word !== "...").length;
    const refresh = () => {
      const number = written();
      count.textContent = number ? this.words.words.replace("{count}", String(number)) : "";
      button.textContent = cell.rendered ? this.words.write : this.words.done;
    };
    cell.model.contentChanged.connect(refresh);
    new MutationObserver(refresh).observe(cell.node, { attributeFilter: ["class"] });
    refresh();
    const line = element("div", { className: "ai4gov-line ai4gov-piece" }, button, count);
    cell.layout.addWidget(new this.jupyter.Widget({ node: line }));
  }

  /**
   * In place of a folded cell: one quiet line that shows its code, or runs it.
   *
   * @param {Cell} cell
   */
  addCodeLine(cell) {
    const show = element("button", { type: "button", className: "ai4gov-quiet" });
    const refresh = () => {
      show.textContent = cell.inputHidden ? this.words.show : this.words.hide;
      show.setAttribute("aria-expanded", String(!cell.inputHidden));
    };
    show.addEventListener("click", () => {
      cell.inputHidden = !cell.inputHidden;
      refresh();
    });
    refresh();
    const run = element("button", { type: "button", className: "ai4gov-quiet" }, this.words.run);
    run.addEventListener("click", () => this.run([...this.unrunAbove(cell, false), cell]));
    const line = element("div", { className: "ai4gov-line ai4gov-piece" }, show, run);
    cell.node.classList.add("ai4gov-folded");
    // Behind the header and the input.
    this.insert(cell, 2, line);
  }

  /**
   * In place of a cell that opens a form: a button that opens it, and runs what it needs.
   *
   * @param {Cell} cell
   */
  addFormButton(cell) {
    const button = element("button", { type: "button", className: "ai4gov-first" });
    button.textContent = this.words.form;
    button.addEventListener("click", async () => {
      await this.run([...this.unrunAbove(cell, false), cell]);
      this.showForm(cell);
    });
    cell.node.classList.add("ai4gov-form-cell");
    // The folded cells just above make the form's draft: its button runs them too.
    const above = this.cells.slice(0, this.cells.indexOf(cell));
    while (above.length && above[above.length - 1].model.type === "code") {
      const last = above.pop();
      if (!last?.inputHidden) {
        break;
      }
      last.node.classList.add("ai4gov-draft-cell");
    }
    const node = element("div", { className: "ai4gov-answers ai4gov-piece" }, button);
    this.insert(cell, 2, node);
  }

  /**
   * Move to the beginning of a form, once it is drawn: running has moved to its end.
   *
   * @param {Cell} cell
   */
  showForm(cell, tries = 40) {
    if (cell.node.querySelector(".ai4gov-form")) {
      cell.node.scrollIntoView({ block: "start" });
    } else if (tries > 0) {
      setTimeout(() => this.showForm(cell, tries - 1), 100);
    }
  }
}
