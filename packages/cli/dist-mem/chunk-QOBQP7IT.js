import {
  safeText
} from "./chunk-35QE7VRU.js";
import {
  interrupted
} from "./chunk-COUJ7UXY.js";

// packages/cli/src/terminal/ask.ts
import { createInterface } from "readline/promises";
async function ask(question, io) {
  const terminal = createInterface({ input: io.stdin, output: io.stderr });
  try {
    const answer = await Promise.race([
      terminal.question(safeText(question), { signal: io.interruption }),
      // Readline takes Ctrl-C and Ctrl-D for itself, and would leave the question open.
      new Promise((resolve) => {
        terminal.once("SIGINT", () => {
          resolve(byInterruption);
        });
      }),
      new Promise((resolve) => {
        terminal.once("close", () => {
          resolve(byClosing);
        });
      })
    ]);
    if (typeof answer === "string") return answer.trim();
    io.stderr.write("\n");
    if (answer === byInterruption) throw interrupted();
    return "";
  } catch (error) {
    io.interruption.throwIfAborted();
    throw error;
  } finally {
    terminal.close();
  }
}
var byInterruption = /* @__PURE__ */ Symbol("SIGINT");
var byClosing = /* @__PURE__ */ Symbol("close");

// packages/cli/src/terminal/confirm.ts
async function confirm(question, io, answers) {
  if (answers.yes) return true;
  if (!canAsk(io, answers)) return false;
  const answer = await ask(`${question} [y/N] `, io);
  return /^y(es)?$/i.test(answer);
}
function canAsk({ stdin, stderr }, { stdinTaken }) {
  return !stdinTaken && stdin.isTTY === true && stderr.isTTY === true;
}

export {
  ask,
  confirm,
  canAsk
};
