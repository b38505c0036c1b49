/**
 * The entry that Jupyter loads, in the form of webpack's module federation: `init` gets the modules
 * that Jupyter shares, `get` gives the extension.
 */

import { plugin } from "./plugin.js";

const NAME = "ai4gov-answers";
const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || location.href;

/** @type {Record<string, Record<string, {get: () => Promise<() => any>}>>} */
let shared = {};

/** @param {string} module */
async function load(module) {
  const versions = Object.values(shared[module]);
  return (await versions[0].get())();
}

async function extension() {
  const [{ Menu, Widget }, { NotebookActions }, { IMainMenu }] = await Promise.all([
    load("@lumino/widgets"),
    load("@jupyterlab/notebook"),
    load("@jupyterlab/mainmenu"),
  ]);
  /** @type {import("./jupyter.js").Jupyter} */
  const jupyter = { Menu, Widget, NotebookActions, menus: null };
  const made = plugin(jupyter, here);
  return {
    ...made,
    optional: [IMainMenu],
    /** @param {import("./jupyter.js").Application} app @param {any} menus */
    activate: (app, menus) => {
      jupyter.menus = menus;
      made.activate(app);
    },
  };
}

const jupyterlab = (/** @type {any} */ (window)._JUPYTERLAB ??= {});
jupyterlab[NAME] = {
  /** @param {typeof shared} scope */
  init: (scope) => {
    shared = scope;
  },
  get: async () => {
    const made = await extension();
    return () => ({ __esModule: true, default: made });
  },
};
