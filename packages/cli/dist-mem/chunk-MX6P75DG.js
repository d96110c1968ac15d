import {
  parseRun
} from "./chunk-EG4TNTAE.js";
import {
  PendingFile
} from "./chunk-BL2IST24.js";
import {
  systemCode
} from "./chunk-LVGUOO64.js";

// packages/cli/src/run/state/runs-folder.ts
import { mkdir, readdir, readFile, rm } from "fs/promises";
import { join } from "path";
var mostKept = 200;
var ending = ".json";
async function writeRun(stateFolder, id, text) {
  const folder = folderIn(stateFolder);
  await mkdir(folder, { recursive: true, mode: 448 });
  const file = await PendingFile.create(join(folder, id + ending));
  try {
    await file.write(`${text}
`);
    await file.keep();
  } catch (error) {
    await file.discard().catch(() => void 0);
    throw error;
  }
}
async function dropOldRuns(stateFolder) {
  const names = await namesIn(stateFolder);
  const records = names.filter((name) => name.endsWith(ending));
  const oldest = records[Math.max(0, records.length - mostKept)] ?? "";
  const old = names.filter((name) => name < oldest);
  for (const name of old) await rm(join(folderIn(stateFolder), name), { force: true });
}
async function* readRuns(stateFolder) {
  const names = (await namesIn(stateFolder)).filter((name) => name.endsWith(ending)).reverse();
  for (const name of names) {
    const text = await readFile(join(folderIn(stateFolder), name), "utf8").catch(() => "");
    const record = parseRun(text);
    if (record !== void 0) yield record;
  }
}
async function namesIn(stateFolder) {
  try {
    return (await readdir(folderIn(stateFolder))).sort();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
function folderIn(stateFolder) {
  return join(stateFolder, "runs");
}

export {
  writeRun,
  dropOldRuns,
  readRuns
};
