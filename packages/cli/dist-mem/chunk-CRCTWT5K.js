import {
  plannedLine
} from "./chunk-JZ5CTFWR.js";
import {
  checkedLine,
  figuresLine,
  rejectLines
} from "./chunk-A5CO6ZBL.js";
import {
  canCarryOn,
  runAgain
} from "./chunk-JGPZPF3S.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";
import {
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/sync-report.ts
var mostShown = 20;
function printSyncReport({ summary, plan, rejects, rejectsFiles }, lines, { mode, again }) {
  const { exitCode, stoppedBy, records } = summary;
  printRejects({ rejects, rejectsFiles, count: records.rejected }, lines);
  const [style, label] = headingOf(exitCode, mode);
  lines.line([style, label], resultLine(mode, summary, plan));
  for (const file of rejectsFiles) {
    lines.line("rejects", `${file}: correct it, then sync it like the original`);
  }
  printStop({ exitCode, stoppedBy }, lines, again);
}
function printRejects({
  rejects,
  rejectsFiles,
  count
}, lines) {
  for (const text of rejects.slice(0, mostShown).flatMap(rejectLines)) {
    lines.line(["red", "rejected"], text);
  }
  if (count <= mostShown) return;
  const more = `and ${number(count - mostShown)} more`;
  lines.line(["red", "rejected"], rejectsFiles.length > 0 ? `${more} in the rejects file` : more);
}
function printStop({ exitCode, stoppedBy }, lines, again) {
  if (stoppedBy === null) return;
  lines.line("because", stoppedBy.message);
  const { nextStep } = stoppedBy;
  if (nextStep !== null && nextStep !== runAgain) lines.line("next", nextStep);
  const isEarly = exitCode === exitCodes.stopped || exitCode === exitCodes.interrupted;
  if (isEarly && canCarryOn(stoppedBy)) lines.line("carry on", again);
}
function resultLine(mode, summary, plan) {
  if (mode === "sync") return figuresLine(summary);
  return mode === "dry-run" ? plannedLine(plan, summary) : checkedLine(summary, plan);
}
var headings = {
  sync: "done",
  "dry-run": "planned",
  check: "checked"
};
function headingOf(exitCode, mode) {
  if (exitCode === exitCodes.ok) return ["green", headings[mode]];
  if (exitCode === exitCodes.rejected) return ["yellow", headings[mode]];
  return ["red", "stopped"];
}

export {
  printSyncReport,
  printRejects,
  printStop,
  headingOf
};
