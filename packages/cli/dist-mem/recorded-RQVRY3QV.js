import {
  dropOldRuns,
  writeRun
} from "./chunk-MX6P75DG.js";
import {
  failureOf
} from "./chunk-D74F3NDU.js";
import "./chunk-EG4TNTAE.js";
import "./chunk-BL2IST24.js";
import {
  unusableState
} from "./chunk-HJQBONZ3.js";
import {
  reasonOf
} from "./chunk-LVGUOO64.js";
import "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/state/recorded.ts
import { randomBytes } from "crypto";
import { hostname } from "os";

// packages/cli/src/run/state/progress-writer.ts
var pause = 1e3;
var ProgressWriter = class {
  #clock;
  #write;
  #writing;
  #wroteAt = -Infinity;
  constructor(clock, write2) {
    this.#clock = clock;
    this.#write = write2;
  }
  /** Does not wait. Watching is a convenience: a disk that is full ends it, not the run. */
  tell(progress) {
    const now = this.#clock.monotonic();
    if (this.#writing !== void 0 || now - this.#wroteAt < pause) return;
    this.#wroteAt = now;
    this.#writing = this.#write(progress).catch(() => void 0).finally(() => {
      this.#writing = void 0;
    });
  }
  /** Nothing is being written any more. */
  async settled() {
    await this.#writing;
  }
};

// packages/cli/src/run/state/recorded.ts
async function recorded(recording, work, summaryOf) {
  const record = begun(recording);
  try {
    await write(recording, record);
    await dropOldRuns(recording.folder);
  } catch (error) {
    throw unusableState(recording.folder, error);
  }
  const progress = new ProgressWriter(
    recording.clock,
    (latest) => write(recording, { ...record, progress: latest })
  );
  const tell = (latest) => {
    progress.tell(latest);
  };
  try {
    const result = await work(tell);
    await progress.settled();
    await end(recording, record, summaryOf(result));
    return result;
  } catch (error) {
    await progress.settled();
    const { code, message, nextStep, exitCode } = failureOf(error);
    const stoppedBy = { code, message, nextStep };
    await end(recording, record, { status: "failed", exitCode, ...{ stoppedBy } });
    throw error;
  }
}
function begun({ command, argv, clock }) {
  const startedAt = new Date(clock.now()).toISOString();
  const stamp = startedAt.replace(/[-:Z]/g, "").replace(/[T.]/g, "-");
  return {
    version: 1,
    id: `${stamp}-${randomBytes(2).toString("hex")}`,
    command,
    arguments: argv,
    folder: process.cwd(),
    startedAt,
    endedAt: null,
    pid: process.pid,
    host: hostname(),
    summary: null
  };
}
async function end(recording, record, summary) {
  const endedAt = new Date(recording.clock.now()).toISOString();
  try {
    await write(recording, { ...record, endedAt, summary });
  } catch (error) {
    recording.warn(`The record of this run could not be written: ${reasonOf(error)}.`);
  }
}
async function write({ folder, secrets }, record) {
  await writeRun(folder, record.id, secrets.redact(JSON.stringify(record)));
}
export {
  recorded
};
