import {
  findRun,
  listRuns
} from "./chunk-KGP5XJKT.js";
import "./chunk-MX6P75DG.js";
import {
  statusOf
} from "./chunk-EG4TNTAE.js";
import "./chunk-BL2IST24.js";
import "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/watch-run.ts
var pause = 1e3;
async function watchRun(folder, id, { io, onLook }) {
  let run = id === void 0 ? await newestRunning(folder) : await findRun(folder, id);
  while (statusOf(run) === "running") {
    onLook(run);
    await io.clock.sleep(pause, io.interruption).catch((error) => {
      io.interruption.throwIfAborted();
      throw error;
    });
    run = await findRun(folder, run.id);
  }
  return run;
}
async function newestRunning(folder) {
  const runs = await listRuns(folder, Infinity);
  const running = runs.find((run) => statusOf(run) === "running");
  if (running !== void 0) return running;
  throw new UserError(
    "not_found",
    "No run is going on",
    "sequenzy-cli runs lists those that have ended.",
    exitCodes.rejected
  );
}
export {
  watchRun
};
