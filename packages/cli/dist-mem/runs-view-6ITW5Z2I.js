import {
  statusOf
} from "./chunk-EG4TNTAE.js";
import {
  count,
  duration,
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/runs-view.ts
function printRuns(runs, printer, isTerminal) {
  const rows = runs.map((run) => [
    run.id,
    run.startedAt.replace(/\.\d+Z$/, "Z"),
    run.command,
    statusOf(run),
    figuresOf(run.summary)
  ]);
  if (!isTerminal) {
    for (const row of rows) printer.fields(row);
    return;
  }
  const widths = [0, 1, 2, 3].map(
    (column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0))
  );
  for (const row of rows) {
    printer.line(
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ").trimEnd()
    );
  }
}
function printRun(run, printer) {
  const { summary } = run;
  const fields = [
    ["run", run.id],
    ["command", ["sequenzy-cli", ...run.arguments].join(" ")],
    ["folder", run.folder],
    ["started", run.startedAt],
    ["ended", run.endedAt],
    ["process", `${String(run.pid)} on ${run.host}`],
    ["status", statusOf(run)],
    ["exit code", summary === null ? null : String(summary.exitCode)],
    ["records", listOf(summary?.records)],
    ["requests", listOf(summary?.requests)],
    ["duration", summary?.durationMs === void 0 ? null : duration(summary.durationMs)],
    ["because", messageOf(summary)]
  ];
  for (const [name, value] of fields) {
    if (value !== null && value !== "") printer.line(["dim", name.padEnd(12)], value);
  }
}
function figuresOf(summary) {
  const records = numbersIn(summary?.records).filter(
    ([name, value]) => name !== "read" && value > 0
  );
  const sent = new Map(numbersIn(summary?.requests)).get("sent") ?? 0;
  return [...records.map(spelled), ...sent > 0 ? [`${count(sent, "request")} sent`] : []].join(
    ", "
  );
}
function listOf(figures) {
  return numbersIn(figures).map(spelled).join(", ");
}
function numbersIn(figures) {
  return Object.entries(figures ?? {}).filter(
    (pair) => typeof pair[1] === "number"
  );
}
function spelled([name, value]) {
  return `${number(value)} ${spaced(name)}`;
}
function spaced(name) {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
function messageOf(summary) {
  const stoppedBy = summary === null ? void 0 : Reflect.get(summary, "stoppedBy");
  if (typeof stoppedBy !== "object" || stoppedBy === null) return null;
  const message = Reflect.get(stoppedBy, "message");
  return typeof message === "string" ? message : null;
}
export {
  printRun,
  printRuns
};
