import {
  isFull,
  reasonOf
} from "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/state/state-folder.ts
import envPaths from "env-paths";
import { rmSync } from "fs";
import { access, constants, mkdir, mkdtemp } from "fs/promises";
import { tmpdir } from "os";
import { join, resolve } from "path";
function stateFolderPath({ stateDir }, env) {
  const named = [stateDir, env["SEQUENZY_STATE_DIR"]].find(
    (path) => path !== void 0 && path !== ""
  );
  return named === void 0 ? envPaths("sequenzy-cli", { suffix: "" }).data : resolve(named);
}
async function openStateFolder(options, env) {
  if (options.sandbox) return temporaryFolder();
  const path = stateFolderPath(options, env);
  try {
    await mkdir(path, { recursive: true, mode: 448 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusableState(path, error);
  }
  return { path, close: () => void 0 };
}
function unusableState(path, error) {
  const problem = `The state folder ${path} cannot be used (${reasonOf(error)})`;
  return isFull(error) ? new UserError("state-folder", problem, makeRoom, exitCodes.stopped) : new UserError("state-folder", problem, nameAnother);
}
var makeRoom = "Make room on that disk, then run the same command again.";
var nameAnother = "Check its rights, or name another folder with --state-dir or SEQUENZY_STATE_DIR.";
async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), "sequenzy-cli-")).catch((error) => {
    const message = `The folder of temporary files ${tmpdir()} cannot be used: ${reasonOf(error)}`;
    throw new UserError("temporary-folder", message, "Set TMPDIR to a folder with room.");
  });
  const close = () => {
    rmSync(path, { recursive: true, force: true });
    process.off("exit", close);
  };
  process.once("exit", close);
  return { path, close };
}

export {
  stateFolderPath,
  openStateFolder,
  unusableState
};
