import {
  printTable
} from "./chunk-GHML7XOY.js";
import "./chunk-35QE7VRU.js";
import {
  shown
} from "./chunk-LRGU6CHQ.js";
import {
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/diff-view.ts
var columns = ["productId", "status", "field", "in the file", "stored"];
function printDiff({ products }, printer, isTerminal) {
  const rows = products.flatMap(
    ({ productId, status, differences }) => differences.length === 0 ? [[productId, status, "", "", ""]] : differences.map(({ path, file, stored }) => [
      productId,
      status,
      path,
      shown(file),
      shown(stored)
    ])
  );
  if (!isTerminal) for (const row of rows) printer.fields(row);
  else if (rows.length > 0) printTable(columns, rows, printer);
}
function diffLine({ counts }) {
  const { same, different, missing, rejected } = counts;
  return [
    `${number(same)} same`,
    `${number(different)} different`,
    `${number(counts.new)} new`,
    `${number(missing)} missing in the file`,
    `${number(rejected)} rejected`
  ].join(", ");
}
export {
  diffLine,
  printDiff
};
