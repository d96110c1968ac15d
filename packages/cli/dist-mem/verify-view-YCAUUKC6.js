import {
  printTable
} from "./chunk-GHML7XOY.js";
import "./chunk-35QE7VRU.js";
import {
  shown
} from "./chunk-LRGU6CHQ.js";
import {
  count,
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/verify-view.ts
var columns = ["customer", "field", "expected", "found"];
function printTotalsDifferences({ differences }, printer, isTerminal) {
  const rows = differences.map(({ email, field, expected, actual }) => [
    email,
    field,
    shown(expected),
    shown(actual)
  ]);
  if (!isTerminal) for (const row of rows) printer.fields(row);
  else if (rows.length > 0) printTable(columns, rows, printer);
}
var sources = {
  computed: "totals computed from the files",
  columns: "the totals the files carry",
  export: "the totals of the customer export"
};
function verifiedLine(report) {
  const { checked, customers, withoutTotals, differences, totals } = report;
  const without = withoutTotals > 0 ? `, ${number(withoutTotals)} without any left out` : "";
  const looked = `${count(checked, "customer")} of ${number(customers)}`;
  const found = count(differences.length, "difference");
  return `${looked} compared with ${sources[totals]}${without}: ${found}.`;
}
export {
  printTotalsDifferences,
  verifiedLine
};
