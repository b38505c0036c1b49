/**
 * Reading and writing the right side of a line of Python such as `share = 0.25`.
 *
 * Nothing here knows Jupyter or a page: text in, text out.
 *
 * @typedef {"choice" | "number" | "date" | "text"} Kind
 * @typedef {{key: string, label?: string}} Option
 * @typedef {object} Field
 *   A line of an answer cell, as course/publishing/fields.py describes it.
 * @property {Kind} kind
 * @property {string} name
 * @property {string} [label] The question.
 * @property {number} [number] Which question of its exercise it is, where there are several.
 * @property {Option[]} [options]
 * @typedef {{start: number, end: number, text: string}} Side
 */

const LITERAL = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^#"']*?)(\s*#.*)?$/;
const SUM = /^[\d.\s+\-*/()]*\d[\d.\s+\-*/()]*$/;
const FIELD_NAME = /^[a-z]\w*$/;
const KEY = /^[\w-]+$/;

/**
 * Where the right side of a field's line is, and what it says; null unless it is there once.
 *
 * @param {string} source
 * @param {string} name
 * @returns {Side | null}
 */
export function rightSide(source, name) {
  const lines = [...source.matchAll(new RegExp(`^${name} = (.*)$`, "gm"))];
  const parts = lines.length === 1 && LITERAL.exec(lines[0][1]);
  if (!parts) {
    return null;
  }
  const start = lines[0].index + name.length + 3;
  return { start, end: start + parts[1].length, text: parts[1].trim() };
}

/**
 * The text of a Python string of one line; null for anything else.
 *
 * @param {string} literal
 */
export function unquoted(literal) {
  if (!/^(".*"|'.*')$/s.test(literal)) {
    return null;
  }
  const inner = literal.slice(1, -1).replace(/\\(["'\\])|"/g, (_all, escaped) => escaped ?? '"');
  return /\\/.test(literal.replace(/\\["'\\]/g, "")) ? null : inner;
}

/** @param {string} text */
export const quoted = (text) =>
  `"${text.replace(/[\\"]/g, "\\$&").replace(/[\r\n]+/g, " ")}"`;

/**
 * What a person types as a number, or a sum, as Python writes it; null for anything else.
 *
 * @param {string} typed
 * @param {string} lang
 */
export function asNumber(typed, lang) {
  let text = typed.trim().replace(/[\u2212\u2013]/g, "-").replace(/\u00d7/g, "*");
  text = text.replace(/\u00f7/g, "/");
  const percent = /\s*%$/.test(text);
  text = text.replace(/\s*%$/, "").replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "");
  text = text.replace(/\d+(?:,\d+)+(?:\.\d+)?/g, (number) => {
    const thousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) && (lang === "en" || lang === "es");
    return thousands ? number.replace(/,/g, "") : number.replace(",", ".");
  });
  text = text.replace(/(?<![\d.])0+(?=\d)/g, "");
  if (!SUM.test(text)) {
    return null;
  }
  return percent ? `${/^[\d.]+$/.test(text) ? text : `(${text})`} / 100` : text;
}

/**
 * @typedef {object} Form
 * @property {(text: string, field: Field) => string | null} read The answer that a right side
 *   holds; null for code of another form.
 * @property {(value: string, lang: string) => string | null} write The right side for an answer;
 *   null for what is no answer of this kind.
 * @property {string} empty
 */

/** How each kind of answer is read and written. @type {Record<Kind, Form>} */
export const FORMS = {
  choice: {
    read: (text, field) => {
      const key = unquoted(text);
      return field.options?.some((option) => option.key === key) ? key : null;
    },
    write: quoted,
    empty: '"..."',
  },
  number: { read: (text) => (SUM.test(text) ? text : null), write: asNumber, empty: "..." },
  date: {
    read: (text) => (/^["']\d{4}-\d\d-\d\d["']$/.test(text) ? text.slice(1, -1) : null),
    write: quoted,
    empty: '"..."',
  },
  text: { read: unquoted, write: quoted, empty: "..." },
};

/**
 * What the line of a field says: its answer ("" before there is one), or that it holds other code.
 *
 * @param {string} source
 * @param {Field} field
 * @returns {{value: string, isOwn: boolean, isLocked: boolean}} `isLocked`: a control must not write.
 */
export function readAnswer(source, field) {
  const side = rightSide(source, field.name);
  if (!side) {
    return { value: "", isOwn: true, isLocked: true };
  }
  const value = isEmpty(side.text) ? "" : FORMS[field.kind].read(side.text, field);
  return value === null
    ? { value: "", isOwn: true, isLocked: !unquoted(side.text) }
    : { value, isOwn: false, isLocked: false };
}

/** @param {string} text */
const isEmpty = (text) => ["...", '"..."', "'...'", '""', "''"].includes(text);

/**
 * The fields in the metadata of a cell; null where there are none, or one of them is not sound.
 *
 * @param {unknown} found
 * @returns {Field[] | null}
 */
export function soundFields(found) {
  /** @param {RegExp} rule @param {unknown} text */
  const matches = (rule, text) => typeof text === "string" && rule.test(text);
  /** @param {any} field */
  const isSound = (field) =>
    matches(FIELD_NAME, field?.name) &&
    Object.hasOwn(FORMS, field.kind) &&
    (field.kind !== "choice" ||
      (Array.isArray(field.options) &&
        field.options.every((/** @type {any} */ option) => matches(KEY, option?.key))));
  return Array.isArray(found) && found.every(isSound) ? found : null;
}
