/**
 * The extension of JupyterLab, Notebook 7 and JupyterLite: controls for answer cells, and in
 * Notebook 7 the reading layout. Where anything here fails, the learner sees the plain notebook.
 *
 * @import { Application, Jupyter, Panel } from "./jupyter.js"
 */

import tokens from "../../../templates/tokens.css";
import answers from "./answers.css";
import text from "./text.css";
import layout from "./layout.css";
import { addBar } from "./bar.js";
import { CourseNotebook } from "./course_notebook.js";
import { element } from "./elements.js";
import { onDoubleClick, onKey, onPointer } from "./keys.js";
import { layOut } from "./reading.js";

/** Milliseconds after a change until a notebook is saved; Jupyter waits for two minutes. */
const IDLE = 5000;

/** @param {string} here The address of the script, beside which the fonts are. */
const fonts = (here) =>
  ["Sans:400 700", "Serif:600"]
    .map((each) => each.split(":"))
    .map(
      ([name, weight]) => `@font-face { font-family: "Marivelle ${name}"; font-display: swap;
      src: url("${new URL(`marivelle-${name.toLowerCase()}.woff2`, here)}") format("woff2");
      font-weight: ${weight}; }`,
    )
    .join("\n");

/**
 * @param {Jupyter} jupyter
 * @param {string} here
 */
export function plugin(jupyter, here) {
  return {
    id: "ai4gov-answers:controls",
    autoStart: true,
    /** @param {Application} app */
    activate: (app) => {
      const style = [fonts(here), tokens, answers, text, layout].join("\n");
      document.head.append(element("style", { textContent: style }));
      window.addEventListener("keydown", onKey, true);
      window.addEventListener("dblclick", onDoubleClick, true);
      window.addEventListener("pointerdown", onPointer, true);
      app.docRegistry.addWidgetExtension("Notebook", {
        /** @param {Panel} panel */
        createNew: (panel) => {
          panel.context.ready.then(() => open(app, panel, jupyter));
        },
      });
    },
  };
}

/** @param {Application} app @param {Panel} panel @param {Jupyter} jupyter */
function open(app, panel, jupyter) {
  const about = panel.content.model?.getMetadata("ai4gov");
  if (!about?.words) {
    return;
  }
  layOut(panel.content.node, about.words);
  const notebook = new CourseNotebook(panel, about, jupyter);
  saveWhenIdle(panel);
  if (document.body.dataset.notebook === "notebooks") {
    addBar(app, panel, notebook, about, jupyter);
  } else {
    app.restored.then(() => app.shell.collapseLeft?.());
  }
}

/** Save some seconds after a change, because a page is left sooner. @param {Panel} panel */
function saveWhenIdle({ context }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
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
