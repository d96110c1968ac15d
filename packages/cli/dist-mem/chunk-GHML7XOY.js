import {
  safeText
} from "./chunk-35QE7VRU.js";

// packages/cli/src/terminal/table.ts
import Table from "cli-table3";
var longestCell = 60;
function printTable(head, rows, printer) {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push(row.map((cell) => shortened(safeText(cell))));
  printer.text(table.toString());
}
function shortened(text) {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}\u2026` : text;
}

export {
  printTable
};
