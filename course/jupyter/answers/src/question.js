/**
 * The drawing of one question: its data and an answer in, changes of the answer out.
 *
 * Nothing here knows Jupyter, so that a static page draws the same question.
 *
 * @import { Field } from "./python_literals.js"
 */

import { element } from "./elements.js";

/** Longer lists, and lists that several questions share, are drawn as a drop-down. */
const MOST_RADIOS = 8;

let drawn = 0;

/**
 * What goes before the question of a field: its number, unless the question begins with it.
 *
 * @param {Field} field
 */
export const numberOf = ({ number, label }) =>
  number && !label?.startsWith(`${number}. `) ? `${number}. ` : "";

/**
 * @typedef {object} Listener
 * @property {(value: string) => boolean} change The answer changed; false where it is none.
 * @property {() => void} submit Enter was pressed in a field.
 */

export class Question {
  /**
   * @param {Field} field
   * @param {{text: string, spoken?: string, isCompact?: boolean}} asked The question as the legend
   *   shows it, as a screen reader says it, and whether its options take one line.
   * @param {Listener} listener
   */
  constructor(field, asked, listener) {
    this.field = field;
    this.listener = listener;
    this.legend = element("legend", {}, asked.text);
    this.node = element("fieldset", { className: "ai4gov-question" }, this.legend);
    this.spoken = asked.spoken ?? asked.text;
    this.node.setAttribute("aria-label", this.spoken);
    /** What form the answer has, such as "Give a whole number."; only where it is typed. */
    this.hint = element("p", { className: "ai4gov-note" });
    /** @type {(HTMLInputElement | HTMLSelectElement)[]} */
    this.inputs = this.draw(asked.isCompact ?? false);
  }

  /** @param {boolean} isCompact */
  draw(isCompact) {
    const { kind, options = [] } = this.field;
    if (kind !== "choice") {
      return [this.drawBox(kind)];
    }
    if (isCompact || options.length > MOST_RADIOS) {
      const select = element("select", {}, element("option", { value: "" }, "…"));
      select.append(
        ...options.map(({ key, label }) => element("option", { value: key }, label || key)),
      );
      select.setAttribute("aria-label", this.spoken);
      select.addEventListener("change", () => this.report(select.value));
      this.node.append(select);
      return [select];
    }
    const name = `ai4gov-question-${++drawn}`;
    return options.map(({ key, label }) => {
      const radio = element("input", { type: "radio", name, value: key });
      radio.addEventListener("change", () => this.report(key));
      const text = element("span", {}, label || key);
      this.node.append(element("label", { className: "option" }, radio, text));
      return radio;
    });
  }

  /** @param {string} kind */
  drawBox(kind) {
    const type = kind === "date" ? "date" : "text";
    const input = element("input", { type, className: kind, autocomplete: "off" });
    input.setAttribute("aria-label", this.spoken);
    this.hint.id = `ai4gov-hint-${++drawn}`;
    input.setAttribute("aria-describedby", this.hint.id);
    input.addEventListener("change", () => this.report(input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        this.report(input.value);
        this.listener.submit();
      }
    });
    this.node.append(this.hint, input);
    return input;
  }

  /** @param {string} value */
  report(value) {
    this.inputs[0].toggleAttribute("aria-invalid", !this.listener.change(value));
  }

  /** The input whose text is no answer, if there is one. */
  get invalid() {
    return this.inputs.find((input) => input.hasAttribute("aria-invalid"));
  }

  /**
   * Show an answer, unless somebody is typing one.
   *
   * @param {string} value
   * @param {boolean} isDisabled
   */
  show(value, isDisabled) {
    for (const input of this.inputs) {
      input.disabled = isDisabled;
      if (input instanceof HTMLInputElement && input.type === "radio") {
        input.checked = input.value === value;
      } else if (input.hasAttribute("aria-invalid")) {
        // What cannot be written stays to be mended.
      } else if (document.activeElement !== input || input instanceof HTMLSelectElement) {
        input.value = value;
      }
    }
  }
}
