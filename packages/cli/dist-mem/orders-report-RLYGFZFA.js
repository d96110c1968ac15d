import {
  ordersFiguresLine,
  plannedOrdersLine
} from "./chunk-ISA4WWIC.js";
import {
  headingOf,
  printRejects,
  printStop
} from "./chunk-CRCTWT5K.js";
import "./chunk-JZ5CTFWR.js";
import "./chunk-A5CO6ZBL.js";
import "./chunk-3HUHGKSF.js";
import "./chunk-TE4LNMOM.js";
import "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";
import "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/orders-report.ts
function printOrdersReport({ summary, rejects, rejectsFiles }, lines, { mode, again }) {
  const { exitCode, records } = summary;
  printRejects({ rejects, rejectsFiles, count: records.rejected }, lines);
  const [style, label] = headingOf(exitCode, mode);
  const line = mode === "dry-run" ? plannedOrdersLine : ordersFiguresLine;
  lines.line([style, label], line(summary));
  for (const file of rejectsFiles) {
    lines.line("rejects", `${file}: what was rejected, and why`);
  }
  printStop(summary, lines, again);
}
export {
  printOrdersReport
};
