// Controls above answer cells: a learner chooses, or types a number, and writes no code. And the
// look of the course's notebooks: a page to read, with what is not for reading folded away.
//
// The build describes the lines of an answer cell, such as `smallest_group = "..."`, in the metadata
// of the cell (course/publishing/fields.py). For each line this file draws a control that writes the
// right side of the line. The source of the cell stays the answer: the control reads it again after
// each change, so typing, undo and a restored notebook move the control too. Where anything here
// fails, the learner sees the plain cell.
//
// JupyterLab, Notebook 7 and JupyterLite load this file as it is. It is written by hand, in the form
// in which webpack's module federation would pack it; docs/answers.md says how.

(() => {
  const NAME = "ai4gov-answers";
  const FIELD_NAME = /^[a-z]\w*$/;
  const KEY = /^[\w-]+$/;
  const LITERAL = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^#"']*?)(\s*#.*)?$/;
  const SUM = /^[\d.\s+\-*/()]*\d[\d.\s+\-*/()]*$/;
  const TAKEN_OVER = /^\w+ = (handed_in|saved|project\.saved)\(.*\)$/m;
  const MOST_RADIOS = 8;
  const IDLE = 5000;

  // The script's own address: the fonts are beside it.
  const HERE = document.currentScript?.src ?? "";
  const font = (family, name, weight) => `@font-face { font-family: "${family}";
    src: url("${new URL(name, HERE || location.href)}") format("woff2"); font-weight: ${weight};
    font-display: swap; }`;

  const STYLE = `
    ${font("Marivelle Sans", "marivelle-sans.woff2", "400 700")}
    ${font("Marivelle Serif", "marivelle-serif.woff2", "600")}
    .ai4gov-answers { padding: 0.25rem 0.5rem 0.5rem 0.75rem; max-width: 44rem;
      margin-inline-start: calc(var(--jp-cell-prompt-width, 64px) + 13px);
      font-family: var(--jp-content-font-family); font-size: var(--jp-content-font-size1, 14px);
      line-height: 1.45; color: var(--jp-content-font-color1, CanvasText);
      border-inline-start: 5px solid var(--ai4gov-accent); }
    .ai4gov-answers fieldset { border: 0; margin: 0 0 0.5rem; padding: 0; min-inline-size: 0; }
    .ai4gov-answers legend { font-weight: 600; padding: 0.25rem 0; }
    .ai4gov-answers label.option { display: flex; gap: 0.6rem; align-items: center;
      min-height: 44px; padding: 0.15rem 0.4rem; border-radius: 4px; cursor: pointer; }
    .ai4gov-answers label.option:hover { background: var(--jp-layout-color2, #f6f4ef); }
    .ai4gov-answers label.option:has(:checked) {
      background: color-mix(in srgb, var(--jp-brand-color1, #12305a) 18%, transparent); }
    .ai4gov-answers input[type=radio] { inline-size: 20px; block-size: 20px; flex: none; margin: 0; }
    .ai4gov-answers input:not([type=radio]), .ai4gov-answers select { font: inherit;
      color: inherit; background: var(--jp-layout-color0, Canvas); box-sizing: border-box;
      min-height: 44px; padding: 0.25rem 0.5rem; max-width: 100%;
      border: 1px solid var(--jp-border-color0, #646f7f); border-radius: 4px; }
    .ai4gov-answers input.text { inline-size: 100%; }
    .ai4gov-answers :is(input, select, button):focus-visible {
      outline: 3px solid var(--jp-brand-color1, #12305a); outline-offset: 2px; }
    .ai4gov-answers button { font: inherit; min-height: 44px; padding: 0 1rem; cursor: pointer;
      border: 1px solid currentcolor; border-radius: 4px; margin-inline-end: 0.5rem;
      color: inherit; background: transparent; }
    .ai4gov-answers button.first { color: #ffffff; background: #12305a; border-color: #12305a; }
    .ai4gov-answers .note { margin: 0.25rem 0; }
    .ai4gov-answers .note:empty { display: none; }
    .ai4gov-answers .note.quiet { position: absolute; inline-size: 1px; block-size: 1px;
      margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (max-width: 600px) { .ai4gov-answers { margin-inline-start: 0; } }
    .ai4gov-code-hidden > .jp-Cell-inputWrapper, .ai4gov-said-below { display: none !important; }
    .ai4gov-outdated .jp-Cell-outputWrapper { opacity: 0.45; }

    .ai4gov-notebook { --ai4gov-brand: #12305a; --ai4gov-accent: #d98e04;
      --jp-content-font-size1: 17px; --jp-content-line-height: 1.55;
      --jp-content-font-family: "Marivelle Sans", system-ui, -apple-system, "Segoe UI", Roboto,
        "Noto Sans", sans-serif; }
    [data-jp-theme-light=false] .ai4gov-notebook { --ai4gov-brand: #a9c6f2;
      --ai4gov-accent: #f0ab2e; }
    .ai4gov-notebook .jp-Cell { max-inline-size: 58rem; margin-inline: auto; }
    .ai4gov-notebook .jp-MarkdownOutput > :is(p, ul, ol, blockquote, h1, h2, h3, h4) {
      max-inline-size: 36em; }
    .ai4gov-notebook .jp-MarkdownOutput :is(h1, h2) { font-weight: 600;
      font-family: "Marivelle Serif", Georgia, Cambria, "Noto Serif", serif; }
    .ai4gov-notebook .jp-MarkdownOutput :is(h1, h2, h3, h4) { color: var(--ai4gov-brand);
      line-height: 1.25; text-wrap: balance; }
    .ai4gov-notebook .jp-MarkdownOutput h2 { margin-block-start: 1.6em; padding-block-end: 0.25em;
      border-block-end: 2px solid var(--ai4gov-brand); }
    .ai4gov-notebook .jp-MarkdownOutput code { font-size: 0.85em; }
    .ai4gov-notebook .jp-OutputArea div[lang] code { background: none; color: inherit;
      font-size: 0.85em; padding: 0; }
    .ai4gov-notebook table { font-size: 15px; margin-inline: 0; }
    .ai4gov-notebook table :is(th, td) { word-break: normal; overflow-wrap: break-word; }
    .ai4gov-start-link { padding-inline: 0.5rem 1rem; color: var(--jp-content-link-color); }
    .ai4gov-run { display: none; }
    .ai4gov-form-cell > .jp-Cell-inputWrapper, .ai4gov-draft-cell > .jp-Cell-inputWrapper,
    .ai4gov-notebook .ai4gov-draft-cell > .ai4gov-run { display: none !important; }
    .ai4gov-form-cell:has(.ai4gov-form) > .ai4gov-answers { display: none; }
    .ai4gov-notebook .jp-Cell:has(.jp-InputPlaceholder) .ai4gov-run { display: inline-block;
      align-self: flex-start; font: inherit; font-size: 13px; min-height: 32px; padding: 0 0.75rem;
      font-family: var(--jp-content-font-family); cursor: pointer; background: transparent;
      margin-inline-start: calc(var(--jp-cell-prompt-width, 64px) + 13px);
      color: var(--ai4gov-brand); border: 1px solid currentcolor; border-radius: 4px; }
    .ai4gov-run:focus-visible { outline: 3px solid var(--ai4gov-brand); outline-offset: 2px; }
    .ai4gov-words { margin: 0; font-size: 13px;
      margin-inline-start: calc(var(--jp-cell-prompt-width, 64px) + 13px);
      color: var(--jp-content-font-color2); font-family: var(--jp-content-font-family); }
    .ai4gov-notebook .jp-MarkdownOutput li { margin-block: 0.25em; }
    .ai4gov-notebook .ai4gov-callout { box-sizing: border-box;
      padding: 0.75rem 1rem; border-radius: 4px;
      border-inline-start: 5px solid var(--ai4gov-accent);
      background: color-mix(in srgb, var(--ai4gov-accent) 9%, var(--jp-layout-color0, Canvas)); }
    .ai4gov-notebook .ai4gov-callout.decision { border-color: var(--ai4gov-brand);
      background: color-mix(in srgb, var(--ai4gov-brand) 8%, var(--jp-layout-color0, Canvas)); }
    .ai4gov-notebook .ai4gov-callout > strong:first-child { display: block; }
    .ai4gov-notebook table :is(th, td) { text-align: start !important; vertical-align: top; }
    .ai4gov-notebook table :is(th, td).ai4gov-number { text-align: end !important;
      font-variant-numeric: tabular-nums; white-space: nowrap; }
    .ai4gov-notebook .jp-InputPlaceholder .jp-PlaceholderText { display: none; }
    .ai4gov-notebook .jp-InputPlaceholder > .jp-Placeholder-content { border: 0; box-shadow: none;
      background: transparent; }
    .ai4gov-notebook .jp-InputPlaceholder .jp-Placeholder-contentContainer::before {
      content: var(--ai4gov-show); font-family: var(--jp-content-font-family); font-size: 13px;
      color: var(--jp-content-font-color2); }
    .ai4gov-notebook .jp-Cell:has(.jp-InputPlaceholder) .jp-InputPrompt { visibility: hidden; }
    @media (max-width: 600px) { .ai4gov-notebook { --jp-cell-prompt-width: 16px; }
      .ai4gov-notebook :is(.jp-InputPrompt, .jp-OutputPrompt) { visibility: hidden; } }
  `;

  let shared;

  async function load(module) {
    const versions = Object.values(shared[module]);
    return (await versions[0].get())();
  }

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // Reading and writing a line of the source

  /** Where the right side of a field's line is, and what it says; null unless it is there once. */
  function rightSide(source, name) {
    const lines = [...source.matchAll(new RegExp(`^${name} = (.*)$`, "gm"))];
    const parts = lines.length === 1 && LITERAL.exec(lines[0][1]);
    if (!parts) {
      return null;
    }
    const start = lines[0].index + name.length + 3;
    return { start, end: start + parts[1].length, text: parts[1].trim() };
  }

  /** The text of a Python string of one line; null for anything else. */
  function unquoted(literal) {
    if (!/^(".*"|'.*')$/s.test(literal)) {
      return null;
    }
    const inner = literal.slice(1, -1).replace(/\\(["'\\])|"/g, (all, escaped) => escaped ?? '"');
    return /\\/.test(literal.replace(/\\["'\\]/g, "")) ? null : inner;
  }

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&").replace(/[\r\n]+/g, " ")}"`;

  /** What a person types as a number, or a sum, as Python writes it; null for anything else. */
  function asNumber(typed, lang) {
    let text = typed.trim().replace(/[\u2212\u2013]/g, "-").replace(/\u00d7/g, "*").replace(/\u00f7/g, "/");
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

  const KINDS = {
    choice: {
      read: (text, field) => {
        const key = unquoted(text);
        return field.options.some((option) => option.key === key) ? key : null;
      },
      write: (value) => quoted(value),
      empty: '"..."',
    },
    number: {
      read: (text) => (SUM.test(text) ? text : null),
      write: (value, lang) => asNumber(value, lang),
      empty: "...",
    },
    date: {
      read: (text) => (/^["']\d{4}-\d\d-\d\d["']$/.test(text) ? text.slice(1, -1) : null),
      write: (value) => quoted(value),
      empty: '"..."',
    },
    text: { read: unquoted, write: (value) => quoted(value), empty: "..." },
  };

  const isEmpty = (text) => ["...", '"..."', "'...'", '""', "''"].includes(text);

  /** The fields of a cell that can be drawn; null if one of them is not sound. A cell that takes
   * over what a form has saved has none: it is only checked. */
  function fieldsOf(cell) {
    const fields = cell.model.type === "code" ? cell.model.getMetadata("ai4gov")?.fields : null;
    const matches = (rule, text) => typeof text === "string" && rule.test(text);
    const sound = (field) =>
      matches(FIELD_NAME, field?.name) &&
      Object.hasOwn(KINDS, field.kind) &&
      (field.kind !== "choice" ||
        (Array.isArray(field.options) &&
          field.options.every((option) => matches(KEY, option?.key))));
    return Array.isArray(fields) && fields.every(sound) ? fields : null;
  }

  /** Whether a cell opens a form. */
  const opensForm = (cell) => cell.model.type === "code" && cell.model.getMetadata("ai4gov")?.form === true;

  /** Draws the controls of one cell, and keeps them and the source of the cell the same. */
  class Controls {
    constructor(panel, cell, fields, notebook) {
      Object.assign(this, { panel, cell, fields, notebook });
      this.inputs = new Map();
      this.shownByHand = false;
      this.judged = this.source;
      this.note = element("p", { className: "note" });
      this.note.setAttribute("role", "status");
      this.checkButton = element("button", { type: "button", className: "first" });
      this.checkButton.textContent = notebook.words.check;
      this.checkButton.addEventListener("click", () => this.check());
      this.codeButton = element("button", { type: "button" });
      this.codeButton.addEventListener("click", () => {
        this.shownByHand = !this.shownByHand;
        this.refresh();
      });
      const drawn = fields.map((field) => this.draw(field));
      this.node = element(
        "div",
        { className: "ai4gov-answers" },
        ...drawn,
        element("div", {}, this.checkButton, this.codeButton),
        // Below the buttons: a sentence that appears must not move them away from the mouse.
        this.note,
      );
      cell.model.contentChanged.connect(() => this.refresh());
      this.refresh();
    }

    get source() {
      return this.cell.model.sharedModel.getSource();
    }

    get hidesCode() {
      return this.cell.node.classList.contains("ai4gov-code-hidden");
    }

    draw(field) {
      const words = this.notebook.words;
      const asked = this.fields.length > 1 ? field.label || field.name : words.answer;
      const set = element("fieldset", {}, element("legend", {}, asked));
      // The question of the one answer of a cell is text above it, which a screen reader may not read.
      const said = this.fields.length === 1 && field.label ? `${asked}: ${field.label}` : asked;
      set.setAttribute("aria-label", said);
      const same = this.fields.filter(
        (other) => JSON.stringify(other.options) === JSON.stringify(field.options),
      );
      if (field.kind !== "choice") {
        const input = element("input", { type: field.kind === "date" ? "date" : "text" });
        input.className = field.kind;
        input.autocomplete = "off";
        if (field.kind === "number") {
          input.inputMode = "text";
        }
        input.setAttribute("aria-label", said);
        input.addEventListener("change", () => this.write(field, input.value));
        input.addEventListener("keydown", (event) => {
          if (event.key === "Enter" && !event.isComposing) {
            this.write(field, input.value);
            this.check();
          }
        });
        this.inputs.set(field, [input]);
        set.append(input);
      } else if (same.length > 2 || field.options.length > MOST_RADIOS) {
        const select = element("select", {}, element("option", { value: "" }, "…"));
        select.append(...field.options.map(({ key, label }) => element("option", { value: key }, label || key)));
        select.setAttribute("aria-label", said);
        select.addEventListener("change", () => this.write(field, select.value));
        this.inputs.set(field, [select]);
        set.append(select);
      } else {
        const group = `${NAME}-${this.cell.model.id}-${field.name}`;
        const radios = field.options.map(({ key }) =>
          element("input", { type: "radio", name: group, value: key }),
        );
        radios.forEach((radio) => radio.addEventListener("change", () => this.write(field, radio.value)));
        set.append(
          ...field.options.map(({ key, label }, place) =>
            element("label", { className: "option" }, radios[place], element("span", {}, label || key)),
          ),
        );
        this.inputs.set(field, radios);
      }
      return set;
    }

    /** Write the right side of a field's line. */
    write(field, value) {
      const words = this.notebook.words;
      const side = rightSide(this.source, field.name);
      const kind = KINDS[field.kind];
      const text = value.trim() === "" ? kind.empty : kind.write(value, this.notebook.language);
      const [input] = this.inputs.get(field);
      input.toggleAttribute("aria-invalid", text === null);
      if (text === null) {
        this.say(words.number);
        this.notebook.checkOf(this.cell)?.node.classList.add("ai4gov-outdated");
      } else if (side) {
        this.cell.model.sharedModel.updateSource(side.start, side.end, text);
        if (!this.isOutdated) {
          // For who does not see the control change.
          this.say(words.written.replace("{line}", `${field.name} = ${text}`), true);
        }
      }
    }

    say(text, quietly = false) {
      this.note.textContent = text;
      this.note.classList.toggle("quiet", quietly);
    }

    /** Show in the controls what the source says. */
    refresh() {
      const source = this.source;
      const locked = this.cell.model.getMetadata("editable") === false;
      let own = this.fields.length === 0 && !TAKEN_OVER.test(source);
      for (const field of this.fields) {
        const side = rightSide(source, field.name);
        const value = side && !isEmpty(side.text) ? KINDS[field.kind].read(side.text, field) : "";
        const isOwn = !side || value === null;
        own = own || isOwn;
        for (const input of this.inputs.get(field)) {
          input.disabled = locked || !side || (isOwn && !unquoted(side.text));
          if (input.type === "radio") {
            input.checked = input.value === value;
          } else if (input.hasAttribute("aria-invalid")) {
            // What cannot be written stays to be mended.
          } else if (document.activeElement !== input || input.tagName === "SELECT") {
            input.value = value ?? "";
          }
        }
      }
      const shown = own || this.shownByHand;
      const judging = this.notebook.checkOf(this.cell);
      for (const cell of [this.cell, judging]) {
        cell?.node.classList.toggle("ai4gov-code-hidden", !shown);
      }
      this.codeButton.hidden = own;
      this.codeButton.textContent = shown ? this.notebook.words.hide : this.notebook.words.show;
      this.codeButton.setAttribute("aria-expanded", String(shown));
      if (this.isOwn && !own) {
        this.say("");
      }
      this.isOwn = own;
      this.markOutdated(judging);
      if (own) {
        this.say(this.notebook.words.own);
      }
    }

    /** Mark the result of the check below where the answer has changed since. */
    markOutdated(judging) {
      this.isOutdated = this.judged !== this.source && judging?.model.outputs?.length > 0;
      judging?.node.classList.toggle("ai4gov-outdated", this.isOutdated);
      if (this.isOutdated) {
        this.say(this.notebook.words.outdated);
      }
    }

    check() {
      const wrong = [...this.inputs.values()].flat().find((input) => input.hasAttribute("aria-invalid"));
      if (wrong) {
        wrong.focus();
        return Promise.resolve();
      }
      const judging = this.notebook.checkOf(this.cell);
      const cells = [...this.notebook.unrunAbove(this.cell, true), this.cell];
      const result = judging ?? this.cell;
      return this.notebook.run(result === this.cell ? cells : [...cells, result]).then(() => {
        // Running moves to the top of a cell: after a long list of questions its result is below.
        requestAnimationFrame(() => result.outputArea?.node.scrollIntoView({ block: "nearest" }));
      });
    }
  }

  /** One open notebook: its answer cells, and which cells have run in its kernel. */
  class Answers {
    constructor(panel, about, { Widget, NotebookActions }) {
      Object.assign(this, { panel, Widget, NotebookActions });
      this.words = about.words;
      this.language = about.language;
      this.controls = new Map();
      this.ran = new WeakSet();
      this.buttons = new WeakSet();
      const { content, sessionContext } = panel;
      NotebookActions.executed.connect((_, { notebook, cell }) => {
        if (notebook === content) {
          this.ran.add(cell.model);
          this.judge(cell);
        }
      });
      sessionContext.statusChanged.connect((_, status) => {
        if (status === "restarting" || status === "autorestarting" || status === "starting") {
          this.ran = new WeakSet();
        }
      });
      content.model.cells.changed.connect(() => requestAnimationFrame(() => this.draw()));
      this.draw();
    }

    draw() {
      for (const cell of this.panel.content.widgets) {
        const hasButton = cell.model.type === "code" && (cell.inputHidden || opensForm(cell));
        if (hasButton && !this.buttons.has(cell)) {
          this.buttons.add(cell);
          cell.ready.then(() => !cell.isDisposed && this.addRunButton(cell));
        }
        if (cell.model.type === "markdown" && cell.model.getMetadata("nbgrader")?.solution && !this.buttons.has(cell)) {
          this.buttons.add(cell);
          cell.ready.then(() => !cell.isDisposed && this.countWords(cell));
        }
        const fields = this.controls.has(cell) ? null : fieldsOf(cell);
        if (fields) {
          this.controls.set(cell, null);
          cell.ready.then(() => this.add(cell, fields));
        }
      }
    }

    add(cell, fields) {
      if (cell.isDisposed) {
        return;
      }
      const controls = new Controls(this.panel, cell, fields, this);
      cell.layout.insertWidget(1, new this.Widget({ node: controls.node }));
      this.controls.set(cell, controls);
      cell.disposed.connect(() => this.controls.delete(cell));
      this.hideList(cell, fields);
    }

    /** Hide a list of options above a cell that its radio buttons show again. */
    hideList(cell, fields) {
      const cells = this.panel.content.widgets;
      for (let place = cells.indexOf(cell) - 1; place >= 0; place--) {
        const above = cells[place];
        if (above.model.type !== "markdown") {
          if (this.controls.has(above)) {
            return;
          }
          continue;
        }
        const hide = () => {
          hideNames(above.node, fields);
          for (const list of above.node.querySelectorAll("ul:not(.ai4gov-said-below)")) {
            const keys = [...list.children].map((item) => item.firstElementChild?.textContent);
            const says = (field) =>
              field.kind === "choice" && field.options.map(({ key }) => key).join() === keys.join();
            const found = fields.filter(says);
            if (found.length > 0 && found.length < 3) {
              list.classList.add("ai4gov-said-below");
            }
          }
        };
        new MutationObserver(hide).observe(above.node, { childList: true, subtree: true });
        hide();
        if (/^##? /m.test(above.model.sharedModel.getSource())) {
          return;
        }
      }
    }

    /** The cell whose check judges an answer: the next one that calls check, before other answers. */
    checkOf(cell) {
      const cells = this.panel.content.widgets;
      for (const below of cells.slice(cells.indexOf(cell))) {
        if (below !== cell && fieldsOf(below)) {
          return null;
        }
        if (below.model.type === "code" && /^check\(/m.test(below.model.sharedModel.getSource())) {
          return below;
        }
      }
      return null;
    }

    /** The course's own cells above one that have not run in this kernel: what it needs.
     *
     * They are neither answers, checks nor forms. A quick check of a lesson needs only the imports. */
    unrunAbove(cell, isChecked) {
      const cells = this.panel.content.widgets;
      return cells.slice(0, cells.indexOf(cell)).filter((above) => {
        const source = above.model.sharedModel.getSource();
        const marks = above.model.getMetadata("nbgrader");
        return (
          above.model.type === "code" &&
          !this.ran.has(above.model) &&
          !fieldsOf(above) &&
          !opensForm(above) &&
          !(marks?.solution || marks?.grade) &&
          !/^check\(/m.test(source) &&
          (!isChecked || marks?.locked || /^from course import/m.test(source))
        );
      });
    }

    run(cells) {
      return this.NotebookActions.runCells(this.panel.content, cells, this.panel.sessionContext);
    }

    /** Below a text that a person writes: how many words it has. */
    countWords(cell) {
      const node = element("p", { className: "ai4gov-words" });
      const count = () => {
        // Without the invitation to write, and the three dots below it.
        const written = cell.model.sharedModel.getSource().replace(/^\*[^*]+ · [^*]+\*/, "");
        const number = written.split(/\s+/).filter((word) => word && word !== "...").length;
        node.textContent = number ? this.words.words.replace("{count}", number) : "";
      };
      cell.model.contentChanged.connect(count);
      count();
      cell.layout.addWidget(new this.Widget({ node }));
    }

    /** A button that runs a folded cell, or the cell of a form, and what it needs. */
    addRunButton(cell) {
      const isForm = opensForm(cell);
      const button = element("button", { type: "button" }, isForm ? this.words.form : this.words.run);
      button.className = isForm ? "first" : "ai4gov-run";
      button.addEventListener("click", () =>
        this.run([...this.unrunAbove(cell, false), cell]).then(() => isForm && this.showForm(cell)),
      );
      if (isForm) {
        cell.node.classList.add("ai4gov-form-cell");
        // Its button also runs the folded cells just above, which make its draft.
        const above = this.panel.content.widgets.slice(0, this.panel.content.widgets.indexOf(cell));
        const other = above.findLastIndex((each) => each.model.type !== "code" || !each.inputHidden);
        above.slice(other + 1).forEach((each) => each.node.classList.add("ai4gov-draft-cell"));
      }
      const node = isForm ? element("div", { className: "ai4gov-answers" }, button) : button;
      // Behind the header and the input.
      cell.layout.insertWidget(2, new this.Widget({ node }));
    }

    /** Move to the beginning of a form, once it is drawn: running has moved to its end. */
    showForm(cell, tries = 40) {
      if (cell.node.querySelector(".ai4gov-form")) {
        cell.node.scrollIntoView({ block: "start" });
      } else if (tries > 0) {
        setTimeout(() => this.showForm(cell, tries - 1), 100);
      }
    }

    judge(cell) {
      for (const [answer, controls] of this.controls) {
        if (controls && this.checkOf(answer) === cell) {
          controls.judged = controls.source;
          controls.say("");
          controls.markOutdated(cell);
        }
      }
    }
  }

  /** Hide the names of variables in brackets, as in "Choose one answer (smallest_group)". */
  function hideNames(node, fields) {
    const names = new Set(fields.map((field) => field.name));
    for (const code of node.querySelectorAll("code")) {
      const [before, after] = [code.previousSibling, code.nextSibling];
      if (
        names.has(code.textContent) &&
        !code.closest(".ai4gov-said-below") &&
        /\($/.test(before?.data ?? "") &&
        /^\)/.test(after?.data ?? "")
      ) {
        const hidden = element("span", { className: "ai4gov-said-below" });
        code.replaceWith(hidden);
        before.data = before.data.replace(/\s?\($/, "");
        after.data = after.data.slice(1);
        hidden.append(" (", code, ")");
      }
    }
  }

  const FIGURE = /^[(+\-−–]?[\d.,\s\u00a0\u202f]*\d\s?%?\)?$/;

  /** Lay a notebook out as a page to read: mark paragraphs to set off, and columns of numbers. */
  function layOut(node, words) {
    const callouts = new Map([[words.decision, "decision"], [words.self_check, "self-check"]]);
    const mark = () => {
      for (const lead of node.querySelectorAll(".jp-MarkdownOutput p > strong:first-child")) {
        const kind = callouts.get(lead.textContent.trim());
        if (kind && !lead.previousSibling) {
          lead.parentElement.classList.add("ai4gov-callout", kind);
        }
      }
      for (const table of node.querySelectorAll("table:not([data-ai4gov-columns])")) {
        table.dataset.ai4govColumns = "";
        const rows = [...table.rows].filter((row) => row.cells.length > 1);
        const body = rows.filter((row) => row.querySelector("td"));
        const texts = (column) => body.map((row) => row.cells[column]?.textContent.trim() ?? "");
        for (let column = 0; column < (body[0]?.cells.length ?? 0); column++) {
          const filled = texts(column).filter((text) => text && !["NaN", "–", "—"].includes(text));
          if (filled.length > 0 && filled.every((text) => FIGURE.test(text))) {
            rows.forEach((row) => row.cells[column]?.classList.add("ai4gov-number"));
          }
        }
      }
    };
    let waiting = false;
    new MutationObserver(() => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      }
    }).observe(node, { childList: true, subtree: true });
    node.classList.add("ai4gov-notebook");
    node.style.setProperty("--ai4gov-show", JSON.stringify(words.show));
    mark();
  }

  /** Keep JupyterLab's shortcuts of one letter away from the controls, and Enter from hidden code. */
  function onKey(event) {
    const target = event.target;
    const box = target.closest?.(".ai4gov-answers");
    if (box) {
      const lab = event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter");
      if (lab || event.key === "Escape") {
        target.removeAttribute("data-lm-suppress-shortcuts");
      } else {
        target.setAttribute("data-lm-suppress-shortcuts", "true");
      }
      return;
    }
    const cell = target.closest?.(".jp-Cell.ai4gov-code-hidden");
    if (cell && event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      cell.querySelector(".ai4gov-answers :is(input, select):not(:disabled)")?.focus();
    }
  }

  /** Save some seconds after a change: JupyterLab waits for two minutes, and a page is left sooner. */
  function saveWhenIdle({ context }) {
    let waiting;
    context.model.contentChanged.connect(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (!context.isDisposed && context.model.dirty && context.contentsModel?.writable) {
          context.save();
        }
      }, IDLE);
    });
  }

  /** Link the start page of the server in the toolbar; JupyterLite has none. */
  function addStartLink(panel, words, Widget) {
    const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}");
    if (config.baseUrl && words.start && !("litePluginSettings" in config)) {
      const link = element("a", { className: "ai4gov-start-link" }, `← ${words.start}`);
      link.href = `${config.baseUrl}ai4gov/start.html`;
      panel.toolbar.insertItem(0, "ai4gov-start", new Widget({ node: link }));
    }
  }

  const plugin = {
    id: `${NAME}:controls`,
    autoStart: true,
    activate: async (app) => {
      const [{ Widget }, { NotebookActions }] = await Promise.all([
        load("@lumino/widgets"),
        load("@jupyterlab/notebook"),
      ]);
      document.head.append(element("style", { textContent: STYLE }));
      window.addEventListener("keydown", onKey, true);
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew: (panel) => {
          panel.context.ready.then(() => {
            const about = panel.content.model?.getMetadata("ai4gov");
            if (about?.words) {
              layOut(panel.content.node, about.words);
              new Answers(panel, about, { Widget, NotebookActions });
              saveWhenIdle(panel);
              addStartLink(panel, about.words, Widget);
              // Only JupyterLab has side panels; the start page's links need none.
              app.restored.then(() => app.shell.collapseLeft?.());
            }
          });
        },
      });
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
