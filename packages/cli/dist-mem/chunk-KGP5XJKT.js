import {
  readRuns
} from "./chunk-MX6P75DG.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/find-run.ts
async function listRuns(folder, limit) {
  const runs = [];
  for await (const run of readRuns(folder)) {
    if (runs.length >= limit) break;
    runs.push(run);
  }
  return runs;
}
async function findRun(folder, id) {
  const found = [];
  for await (const run2 of readRuns(folder)) {
    if (id === "latest" || run2.id === id) return run2;
    if (run2.id.startsWith(id)) found.push(run2);
  }
  const [run, another] = found;
  if (run !== void 0 && another === void 0) return run;
  const problem = run === void 0 ? `There is no run ${id}` : `More than one run begins with ${id}`;
  throw new UserError("not_found", problem, "sequenzy-cli runs lists them.", exitCodes.rejected);
}

export {
  listRuns,
  findRun
};
