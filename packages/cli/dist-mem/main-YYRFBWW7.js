import {
  emptySummary
} from "./chunk-HP2UOQXP.js";
import {
  failureOf
} from "./chunk-D74F3NDU.js";
import {
  safeJson,
  safeText
} from "./chunk-35QE7VRU.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/secrets.ts
var shortest = 8;
var looksLikeKey = /\b(?:seq|sk)_[a-z]+_\w{6,}/g;
var Secrets = class {
  #hidden = /* @__PURE__ */ new Set();
  hide(secret) {
    const text = secret.trim();
    if (text.length < shortest) return;
    this.#hidden.add(text);
    this.#hidden.add(JSON.stringify(text).slice(1, -1));
  }
  /** Keys that were typed where they do not belong. */
  hideKeysIn(words) {
    for (const word of words) for (const [key] of word.matchAll(looksLikeKey)) this.hide(key);
  }
  redact(text) {
    let shown = text;
    for (const secret of this.#hidden) shown = shown.replaceAll(secret, "[key]");
    return shown;
  }
};

// packages/cli/src/terminal/printer.ts
import { styleText } from "util";
var Printer = class {
  #output;
  #secrets;
  #colour;
  constructor(output, secrets, env) {
    this.#output = output;
    this.#secrets = secrets;
    this.#colour = wantsColour(output, env);
  }
  line(...segments) {
    this.#output.write(`${segments.map((segment) => this.#shown(segment)).join("")}
`);
  }
  /** Fields with tabs between them. */
  fields(values) {
    this.#output.write(`${values.map((value) => this.#shown(value)).join("	")}
`);
  }
  /** One JSON document on one line. */
  json(value) {
    this.#output.write(`${this.#secrets.redact(safeJson(value))}
`);
  }
  /** Text of several lines that this program made itself, such as its help. */
  text(text) {
    for (const line of text.replace(/\n$/, "").split("\n")) this.line(line);
  }
  #shown(segment) {
    if (typeof segment === "string") return safeText(this.#secrets.redact(segment));
    const [style, text] = segment;
    const safe = safeText(this.#secrets.redact(text));
    return this.#colour ? styleText(style, safe, { validateStream: false }) : safe;
  }
};
function wantsColour(output, env) {
  const { NO_COLOR = "", FORCE_COLOR, TERM } = env;
  if (FORCE_COLOR !== void 0) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return NO_COLOR === "" && output.isTTY === true && TERM !== "dumb";
}

// packages/cli/src/main.ts
async function main(argv, io) {
  const secrets = new Secrets();
  hideSecrets(argv, io.env, secrets);
  const out = new Printer(io.stdout, secrets, io.env);
  const err = new Printer(io.stderr, secrets, io.env);
  let exitCode = exitCodes.ok;
  let files = [];
  const begin = (named) => {
    files = named;
  };
  const end = (code) => {
    exitCode = code;
  };
  try {
    refuseKeyArgument(argv, secrets);
    const { buildProgram } = await import("./program-2XOQA6BF.js");
    const program = buildProgram({ io, secrets, out, err, argv, begin, end });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (isHelpOrVersion(error)) return exitCodes.ok;
    const failure = failureOf(error);
    tell(failure, err);
    if (asksForJson(argv)) out.json(documentOf(failure, argv, files));
    return failure.exitCode;
  }
}
function hideSecrets(argv, env, secrets) {
  secrets.hideKeysIn(argv);
  if (!argv.includes("sandbox")) secrets.hide(env["SEQUENZY_API_KEY"] ?? "");
}
function refuseKeyArgument(argv, secrets) {
  const place = argv.findIndex((word) => /^--(api-?key|key|token)(=|$)/i.test(word));
  if (place === -1) return;
  const [, inline] = (argv[place] ?? "").split(/=(.*)/s);
  secrets.hide(inline ?? argv[place + 1] ?? "");
  throw new UserError(
    "key-as-argument",
    "The key is never taken from an argument: others on this machine could see it",
    "Set SEQUENZY_API_KEY, or name a file that holds the key with --api-key-file."
  );
}
function isHelpOrVersion(error) {
  const code = error instanceof Error ? Reflect.get(error, "code") : void 0;
  return code === "commander.helpDisplayed" || code === "commander.version";
}
function tell({ message, nextStep, stack }, err) {
  if (stack === null) {
    const text = [`${message}.`.replace(/\.+$/, "."), nextStep ?? ""].join(" ").trim();
    const [first = "", ...more] = text.split("\n");
    err.line(["red", "error"], `  ${first}`);
    for (const line of more) err.line(line);
    return;
  }
  err.text(stack);
  err.line(["red", "error"], `  ${nextStep ?? message}`);
}
function asksForJson(argv) {
  const end = argv.indexOf("--");
  return argv.slice(0, end === -1 ? void 0 : end).includes("--json");
}
var groups = /* @__PURE__ */ new Set(["catalog", "orders", "checkouts", "back-in-stock", "runs"]);
function documentOf({ code, message, nextStep, exitCode }, argv, files) {
  const words = argv.filter((word) => /^[a-z][a-z-]*$/.test(word));
  const [first, second] = words;
  const isGroup = first !== void 0 && groups.has(first);
  const command = isGroup && second !== void 0 ? `${first} ${second}` : first ?? "";
  const early = [exitCodes.stopped, exitCodes.interrupted];
  const status = early.includes(exitCode) ? "stopped" : "failed";
  return emptySummary({ command, status, exitCode, stoppedBy: { code, message, nextStep } }, files);
}
export {
  main
};
