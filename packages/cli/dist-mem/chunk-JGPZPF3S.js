import {
  UserError,
  interrupted
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/stop-reason.ts
import { SequenzyError, SequenzyPermissionError } from "sequenzy-commerce";
var checkBaseUrl = "Check the base URL (--base-url, SEQUENZY_API_URL): it must be the origin of the Sequenzy API.";
var correctWhatItSays = "The API refused the request itself: correct what it says. sequenzy-cli doctor looks at key, company and address.";
var ceilingAdvice = "Check the stock in the input. To go on, run the same command again: --max-restocks counts anew.";
var runAgain = "Run the same command again to carry on.";
var interruption = {
  code: "interrupted",
  message: "Interrupted",
  nextStep: runAgain,
  exitCode: exitCodes.interrupted
};
function stopReason(error) {
  const { code, message } = error;
  if (code === "abort") return interruption;
  return { code: isRedirect(error) ? "redirect" : code, message, ...adviceFor(code, error) };
}
function canCarryOn({ code }) {
  return !["not_found", "bad_request", "redirect"].includes(code);
}
function asUserError(error) {
  if (!(error instanceof SequenzyError)) return error;
  if (error.code === "abort") return interrupted();
  const { code, message, nextStep, exitCode } = stopReason(error);
  return new UserError(code, message, nextStep, exitCode);
}
function adviceFor(code, error) {
  const { stopped, refused, usage } = exitCodes;
  switch (code) {
    case "authentication":
      return {
        nextStep: "Check the key in SEQUENZY_API_KEY or --api-key-file: it is wrong, revoked, or of another environment.",
        exitCode: refused
      };
    case "permission":
      return { nextStep: permissionAdvice(error), exitCode: refused };
    case "validation":
      return { nextStep: "Correct the input.", exitCode: usage };
    case "rate_limit":
      return { nextStep: laterAdvice(error), exitCode: stopped };
    case "not_found":
      return { nextStep: checkBaseUrl, exitCode: stopped };
    case "bad_request":
      return { nextStep: isWord(error) ? correctWhatItSays : checkBaseUrl, exitCode: stopped };
    case "ceiling":
      return { nextStep: ceilingAdvice, exitCode: stopped };
    case "ledger":
      return { nextStep: `Check the disk of the state folder. ${runAgain}`, exitCode: stopped };
    case "source":
      return { nextStep: runAgain, exitCode: stopped };
    case "connection":
    case "timeout":
    case "server":
    case "conflict":
      return {
        nextStep: isRedirect(error) ? checkBaseUrl : unavailableAdvice(error),
        exitCode: stopped
      };
  }
}
function isWord({ status = 0 }) {
  return status < 300 || [400, 413, 422].includes(status);
}
function isRedirect({ code, retryable }) {
  return code === "connection" && !retryable;
}
function permissionAdvice(error) {
  const scopes = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (scopes.length > 0)
    return `Give the key the permission ${scopes.join(", ")}, or use another key.`;
  return "Check what the key may do, and --company: sequenzy-cli doctor shows both.";
}
function laterAdvice({ retryAt }) {
  return retryAt === void 0 ? runAgain : `${runAgain} Not before ${retryAt.toISOString()}.`;
}
function unavailableAdvice({ status }) {
  const notTheApi = status !== void 0 && status < 300;
  if (notTheApi) return `${checkBaseUrl} A proxy may be answering in its place.`;
  return status === void 0 ? `Check the network. ${runAgain}` : runAgain;
}

export {
  runAgain,
  interruption,
  stopReason,
  canCarryOn,
  asUserError
};
