import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/failure.ts
function failureOf(error) {
  if (error instanceof UserError) {
    const { code, message, nextStep = null, exitCode } = error;
    return { code, message, nextStep, exitCode, stack: null };
  }
  return usageFailure(error) ?? {
    code: "bug",
    message: error instanceof Error ? error.message : String(error),
    nextStep: "This is a bug in sequenzy-cli. Please report it with the lines above.",
    exitCode: exitCodes.bug,
    stack: error instanceof Error ? error.stack ?? null : null
  };
}
function usageFailure(error) {
  if (!(error instanceof Error) || !("code" in error)) return void 0;
  const { code } = error;
  if (typeof code !== "string" || !code.startsWith("commander.")) return void 0;
  const noCommand = code === "commander.help";
  const message = noCommand ? "a command is missing" : error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ").replace(/'(--[^'=]+)=[^']*'/, "'$1'");
  const nextStep = "See sequenzy-cli --help.";
  return { code: "usage", message, nextStep, exitCode: exitCodes.usage, stack: null };
}

export {
  failureOf
};
