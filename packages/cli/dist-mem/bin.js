#!/usr/bin/env node
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/bin.ts
function answersAtOnce([only, ...others]) {
  if (others.length > 0 || only !== "--version" && only !== "-V") return false;
  process.stdout.write(`${"0.0.0"}
`);
  return true;
}
function tolerateClosedPipes() {
  process.stderr.on("error", () => void 0);
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`error  Standard output could not be written: ${error.message}
`);
    process.exitCode = exitCodes.bug;
  });
}
var oneKeypress = 200;
async function run(argv2) {
  const { main } = await import("./main-YYRFBWW7.js");
  const { interrupted } = await import("./user-error-TYP5222R.js");
  const { systemClock } = await import("./system-clock-6AHUQPLT.js");
  const interruption = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    const now = performance.now();
    if (!interruption.signal.aborted) {
      firstAt = now;
      interruption.abort(interrupted());
    } else if (now - firstAt > oneKeypress) {
      process.exit(exitCodes.interrupted);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  const { stdin, stdout, stderr, env } = process;
  const io = { stdin, stdout, stderr, env, clock: systemClock, interruption: interruption.signal };
  const exitCode = await main(argv2, io);
  await Promise.all([flushed(stdout), flushed(stderr)]);
  process.exit(process.exitCode ?? exitCode);
}
function flushed(stream) {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else
      stream.write("", () => {
        resolve();
      });
  });
}
var argv = process.argv.slice(2);
tolerateClosedPipes();
if (!answersAtOnce(argv)) await run(argv);
