/**
 * The bar above a notebook in Notebook 7: what a reader needs, and one entry for everything else.
 *
 * @import { About, Application, Jupyter, Panel } from "./jupyter.js"
 * @import { CourseNotebook } from "./course_notebook.js"
 */

import mark from "../../../templates/mark.svg";
import { element } from "./elements.js";
import { isNote } from "./course_notebook.js";
import { minutesLeft, titleOf } from "./sitting.js";

/**
 * @param {Application} app
 * @param {Panel} panel
 * @param {CourseNotebook} notebook
 * @param {About} about
 * @param {Jupyter} jupyter
 */
export function addBar(app, panel, notebook, about, jupyter) {
  const { words } = about;
  const { content, sessionContext } = panel;
  const title = titleOf(content.widgets.map((cell) => cell.model.sharedModel.getSource()));
  const left = element("span", { className: "ai4gov-left" });
  const working = element("span", { className: "ai4gov-working" });
  working.setAttribute("role", "status");

  /** @param {string} text @param {() => unknown} action */
  const button = (text, action) => {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", () => action());
    return made;
  };
  const picture = element("span", { className: "ai4gov-mark", innerHTML: mark });
  picture.setAttribute("aria-hidden", "true");
  const tools = button(words.tools, () => {
    const { left: x, bottom } = tools.getBoundingClientRect();
    menuOf(app, jupyter, words.lab).open(x, bottom);
  });
  tools.setAttribute("aria-haspopup", "menu");
  const start = startPage();
  const buttons = element(
    "nav",
    {},
    ...(start ? [element("a", { href: start }, words.start)] : []),
    button(words.run, () => jupyter.NotebookActions.runAndAdvance(content, sessionContext)),
    button(words.run_all, () => notebook.run([...content.widgets])),
    button(words.over, () => startOver(panel, notebook, jupyter)),
    tools,
  );
  buttons.setAttribute("aria-label", title);
  const named = element("strong", {}, title);
  const line = element("div", { className: "ai4gov-bar ai4gov-piece" }, picture, named, working, left, buttons);

  const refresh = () => {
    const minutes = minutesLeft(about.sitting, content.widgets, firstInView(content.node));
    const [text, number] = minutes ?? ["", 0];
    left.textContent = text ? words[text].replace("{minutes}", String(number)) : "";
  };
  let isWaiting = false;
  content.node.addEventListener(
    "scroll",
    () => {
      if (!isWaiting) {
        isWaiting = true;
        setTimeout(() => {
          isWaiting = false;
          refresh();
        }, 300);
      }
    },
    true,
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let busy;
  sessionContext.statusChanged.connect((_, status) => {
    clearTimeout(busy);
    working.textContent = "";
    if (status === "busy" || status === "starting" || status === "restarting") {
      busy = setTimeout(() => (working.textContent = words.working), 800);
    }
  });
  document.title = title;
  document.body.classList.add("ai4gov-reading");
  for (const widget of [app.shell.top, app.shell.menu, panel.toolbar]) {
    widget?.hide();
  }
  for (const cell of content.widgets) {
    cell.node.classList.toggle("ai4gov-text", cell.model.type === "markdown" && !isNote(cell));
  }
  place(line, panel, jupyter);
  refresh();
  goTo(panel, decodeURIComponent(/^#cell-id=(.*)$/.exec(location.hash)?.[1] ?? ""));
}

/**
 * Begin at the cell that the link names: JupyterLab follows such a link, Notebook 7 does not.
 *
 * @param {Panel} panel
 * @param {string} id
 */
function goTo({ content }, id) {
  const place = content.widgets.findIndex((cell) => cell.model.id === id);
  if (place <= 0) {
    return;
  }
  content.activeCellIndex = place;
  const { node } = content.widgets[place];
  let tries = 80;
  const stop = () => (tries = 0);
  for (const event of ["wheel", "pointerdown", "keydown"]) {
    window.addEventListener(event, stop, { once: true });
  }
  // Cells above get their height only when they come near the window, so the cell moves until
  // all are drawn.
  let still = 0;
  const scroll = () => {
    const { top } = node.getBoundingClientRect();
    node.scrollIntoView();
    still = Math.abs(node.getBoundingClientRect().top - top) < 1 ? still + 1 : 0;
    if (tries-- > 0 && still < 12) {
      setTimeout(scroll, 250);
    }
  };
  scroll();
}

/**
 * Above the notebook, as high as its text is.
 *
 * @param {HTMLElement} line
 * @param {Panel} panel
 * @param {Jupyter} jupyter
 */
function place(line, panel, jupyter) {
  const node = element("div", { className: "ai4gov-bar-place" }, line);
  const widget = /** @type {any} */ (new jupyter.Widget({ node }));
  panel.contentHeader.addWidget(widget);
  new ResizeObserver(() => {
    node.style.minHeight = `${line.offsetHeight}px`;
    widget.parent?.fit();
    widget.parent?.parent?.fit();
  }).observe(line);
}

/** The number of the first cell of which something is in view. @param {HTMLElement} node */
function firstInView(node) {
  const cells = [...node.querySelectorAll(".jp-Cell")];
  const top = node.getBoundingClientRect().top;
  const found = cells.findIndex((cell) => cell.getBoundingClientRect().bottom > top + 40);
  return Math.max(found, 0);
}

/** Opens JupyterLab; Jupyter's own command for it has no translation in some languages. */
const OPEN_LAB = "ai4gov:open-lab";
const JUPYTERS = "application:open-lab";

/**
 * All menus of Jupyter as one.
 *
 * @param {Application} app
 * @param {Jupyter} jupyter
 * @param {string} label
 */
function menuOf({ commands }, { Menu, menus }, label) {
  const menu = new Menu({ commands });
  for (const submenu of menus?.menus ?? []) {
    menu.addItem({ type: "submenu", submenu });
  }
  if (commands.hasCommand(JUPYTERS)) {
    if (!commands.hasCommand(OPEN_LAB)) {
      commands.addCommand(OPEN_LAB, { label, execute: () => commands.execute(JUPYTERS) });
    }
    menu.addItem({ type: "separator" });
    menu.addItem({ command: OPEN_LAB });
  }
  return menu;
}

/** The address of the start page on the server; JupyterLite has none. */
function startPage() {
  const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}");
  return config.baseUrl && !("litePluginSettings" in config)
    ? `${config.baseUrl}ai4gov/start.html`
    : "";
}

/**
 * Begin again with a new kernel and without results, after a question; answers stay.
 *
 * @param {Panel} panel
 * @param {CourseNotebook} notebook
 * @param {Jupyter} jupyter
 */
function startOver(panel, notebook, jupyter) {
  const { words } = notebook;
  const dialog = element("dialog", { className: "ai4gov-dialog ai4gov-piece" });
  const yes = element("button", { type: "submit", value: "yes", className: "ai4gov-first" });
  yes.textContent = words.over;
  const no = element("button", { type: "submit", value: "" }, words.cancel);
  const form = element("form", { method: "dialog" }, element("p", {}, words.over_says), yes, no);
  dialog.append(form);
  dialog.addEventListener("close", async () => {
    dialog.remove();
    if (dialog.returnValue === "yes") {
      jupyter.NotebookActions.clearAllOutputs(panel.content);
      await panel.sessionContext.session?.kernel?.restart();
      panel.content.activeCellIndex = 0;
      panel.content.widgets[0]?.node.scrollIntoView();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
