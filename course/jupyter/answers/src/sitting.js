/**
 * The title of a notebook, and how many minutes are left of a sitting.
 *
 * @import { About, Cell } from "./jupyter.js"
 */

/** The text of the first heading. @param {string[]} sources */
export function titleOf(sources) {
  const heading = sources.map((source) => /^# (.*)$/m.exec(source)?.[1]).find(Boolean);
  return heading?.replace(/[*_`]/g, "") ?? "";
}

/**
 * The minutes from a cell to the next place to stop, in steps of five, and the name of the sentence
 * that says them; null where the build has not said how long the cells take.
 *
 * @param {About["sitting"]} sitting
 * @param {Pick<Cell, "model">[]} cells
 * @param {number} from
 * @returns {["left_to_stop" | "left", number] | null}
 */
export function minutesLeft(sitting, cells, from) {
  const times = sitting?.minutes.split(" ").map(Number) ?? [];
  if (!sitting?.minutes || times.length !== cells.length) {
    return null;
  }
  const stop = cells.findIndex((cell) => cell.model.id === sitting.stop);
  const isBefore = stop > from;
  const counted = times.slice(from, isBefore ? stop : undefined);
  const minutes = counted.reduce((sum, each) => sum + each, 0);
  return [isBefore ? "left_to_stop" : "left", Math.max(5, 5 * Math.round(minutes / 5))];
}
