import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/user-error.ts
var UserError = class extends Error {
  name = "UserError";
  /** A stable word for scripts. */
  code;
  /** What to do about it, a complete sentence. */
  nextStep;
  exitCode;
  /** @param message What is wrong, one line. */
  constructor(code, message, nextStep, exitCode = exitCodes.usage) {
    super(message);
    this.code = code;
    this.nextStep = nextStep;
    this.exitCode = exitCode;
  }
};
function interrupted() {
  return new UserError("interrupted", "Interrupted", void 0, exitCodes.interrupted);
}

export {
  UserError,
  interrupted
};
