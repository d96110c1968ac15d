import {
  stopReason
} from "./chunk-JGPZPF3S.js";
import "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/events/send-events.ts
import { SequenzyError } from "sequenzy-commerce";
async function sendEvents(client, events, { kind, replay, signal, onOutcome }) {
  const outcomes = [];
  let stoppedBy;
  for (const [index, event] of events.entries()) {
    const of = { position: index + 1, key: event.key };
    let outcome = { ...of, status: "notAttempted" };
    if (stoppedBy === void 0) {
      try {
        const reply = await event.send(client, { replay, signal });
        outcome = { ...of, status: "accepted", reply };
      } catch (error) {
        if (!(error instanceof SequenzyError)) throw error;
        if (isRefusal(error)) outcome = { ...of, status: "rejected", reason: error.message };
        else {
          outcome = { ...of, status: error.ambiguous ? "unknown" : "notAttempted" };
          stoppedBy = reasonFor(error, event, kind);
        }
      }
    }
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return { outcomes, stoppedBy };
}
function isRefusal({ code, status }) {
  return code === "bad_request" && [400, 409, 413, 422].includes(status ?? 0);
}
function reasonFor(error, { key }, kind) {
  const reason = stopReason(error);
  if (!error.ambiguous || kind.isIdempotent) return reason;
  return {
    code: "unknown",
    message: `It is not known whether the ${kind.noun} ${key} has arrived: it was sent, and no clear answer came (${error.message})`,
    nextStep: "Look at Sequenzy whether it is there. Sending it again may fire its event twice: --replay, or the same command, takes that into account.",
    exitCode: error.code === "abort" ? exitCodes.interrupted : exitCodes.stopped
  };
}
function exitCodeOf({ outcomes, stoppedBy }) {
  if (stoppedBy !== void 0) return stoppedBy.exitCode;
  return outcomes.some(({ status }) => status === "rejected") ? exitCodes.rejected : exitCodes.ok;
}
export {
  exitCodeOf,
  sendEvents
};
