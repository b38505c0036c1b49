/** The parts of Jupyter that the extension uses, as JupyterLab 4 and Notebook 7 have them. */

export interface Signal<Args = unknown> {
  connect(slot: (sender: any, args: Args) => void): void;
}
export interface SharedModel {
  getSource(): string;
  setSource(source: string): void;
  updateSource(start: number, end: number, text: string): void;
}
export interface CellModel {
  id: string;
  type: "code" | "markdown" | "raw";
  sharedModel: SharedModel;
  contentChanged: Signal;
  outputs?: { length: number };
  getMetadata(key: string): any;
}
interface Place {
  line: number;
  column: number;
}
export interface Cell {
  node: HTMLElement;
  model: CellModel;
  layout: { insertWidget(place: number, widget: Widget): void; addWidget(widget: Widget): void };
  ready: Promise<void>;
  disposed: Signal;
  isDisposed: boolean;
  inputHidden: boolean;
  rendered: boolean;
  readOnly: boolean;
  outputArea?: { node: HTMLElement };
  editor: { focus(): void; setSelection(selection: { start: Place; end: Place }): void } | null;
}
export interface Widget {
  node: HTMLElement;
}
export interface Kernel {
  restart(): Promise<void>;
}
export interface SessionContext {
  ready: Promise<void>;
  session: { kernel: Kernel | null } | null;
  kernelDisplayStatus: string;
  statusChanged: Signal<string>;
  restartKernel(): Promise<void>;
}
export interface Notebook {
  node: HTMLElement;
  outerNode?: HTMLElement;
  widgets: Cell[];
  activeCellIndex: number;
  activeCell: Cell | null;
  mode: "command" | "edit";
  model: { getMetadata(key: string): any; cells: { changed: Signal } } | null;
  activeCellChanged: Signal;
}
export interface Panel {
  content: Notebook;
  context: {
    ready: Promise<void>;
    isDisposed: boolean;
    model: { contentChanged: Signal; dirty: boolean };
    contentsModel?: { writable: boolean };
    save(): Promise<void>;
  };
  contentHeader: { addWidget(widget: Widget): void; node: HTMLElement };
  sessionContext: SessionContext;
  toolbar: Widget & { hide(): void };
}
export interface Menu {
  addItem(item: object): void;
  open(x: number, y: number): void;
}
export interface Application {
  name: string;
  commands: {
    addCommand(name: string, options: { label: string; execute: () => unknown }): void;
    execute(name: string): Promise<unknown>;
    hasCommand(name: string): boolean;
  };
  docRegistry: { addWidgetExtension(name: string, extension: object): void };
  restored: Promise<void>;
  shell: any;
}
/** What the extension takes from the modules that Jupyter shares. */
export interface Jupyter {
  Widget: new (options: { node: HTMLElement }) => Widget;
  Menu: new (options: { commands: unknown }) => Menu;
  NotebookActions: {
    executed: Signal<{ notebook: Notebook; cell: Cell; success?: boolean }>;
    runCells(notebook: Notebook, cells: Cell[], session: SessionContext): Promise<boolean>;
    runAll(notebook: Notebook, session: SessionContext): Promise<boolean>;
    runAndAdvance(notebook: Notebook, session: SessionContext): Promise<boolean>;
    clearAllOutputs(notebook: Notebook): void;
  };
  menus: { menus: readonly Menu[] } | null;
}
/** What the build says to the extension in the metadata of a notebook. */
export interface About {
  language: string;
  words: Record<string, string>;
  sitting?: { minutes: string; stop: string };
}
