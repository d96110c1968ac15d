// packages/cli/src/run/state/run-record.ts
import { hostname } from "os";
function statusOf({ summary, pid, host }) {
  if (summary !== null) return summary.status;
  const isOver = host === hostname() && (pid === process.pid || !exists(pid));
  return isOver ? "killed" : "running";
}
function exists(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
function parseRun(text) {
  try {
    const record = JSON.parse(text);
    const { version, id, command, startedAt, pid, host, summary } = record;
    const whole = version === 1 && [id, command, startedAt, host].every((field) => typeof field === "string") && typeof pid === "number" && (summary === null || typeof summary?.status === "string");
    return whole ? record : void 0;
  } catch {
    return void 0;
  }
}

export {
  statusOf,
  parseRun
};
