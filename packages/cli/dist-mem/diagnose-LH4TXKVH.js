import {
  baseUrlOf,
  connect
} from "./chunk-7VJ2FQSH.js";
import "./chunk-G54C5IG2.js";
import "./chunk-LVGUOO64.js";
import "./chunk-DEKBMCEH.js";
import {
  stopReason
} from "./chunk-JGPZPF3S.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/doctor/diagnose.ts
import { SequenzyError, SequenzyPermissionError } from "sequenzy-commerce";

// packages/cli/src/run/doctor/check.ts
function ok(name, message) {
  return { name, status: "ok", message, nextStep: null };
}
function warning(name, message, nextStep) {
  return { name, status: "warning", message, nextStep };
}
function failed(name, message, nextStep) {
  return { name, status: "failed", message, nextStep };
}

// packages/cli/src/run/doctor/account-checks.ts
var needs = [
  { scope: "products:write", for: "catalog sync, catalog delete", required: true },
  { scope: "products:read", for: "catalog list, catalog get", required: false }
];
function holdsRequired(scopes) {
  return needs.some(({ scope, required }) => required && scopes.includes(scope));
}
function companyCheck(account, asked) {
  const { companies = [], currentCompanyId } = account;
  const current = currentCompanyId ?? void 0;
  if (current === void 0) {
    return warning("company", "the API did not say which company this is", pickCompany);
  }
  const name = companies.find(({ id }) => id === current)?.name ?? void 0;
  const shown = name === void 0 ? current : `${name} (${current})`;
  if (asked !== void 0 && asked !== current) {
    return failed("company", `${shown}, although ${asked} was asked for`, pickCompany);
  }
  if (asked === void 0 && companies.length > 1) {
    const others = String(companies.length);
    return warning("company", `${shown}, one of ${others} this key reaches`, pickCompany);
  }
  return ok("company", shown);
}
var pickCompany = "Pick the company with --company <id>.";
function permissionChecks(account) {
  const permissions = account.apiKeyPermissions ?? {};
  if (permissions.fullAccess === true) return [ok("permissions", "everything")];
  const { scopes, manageUrl } = permissions;
  if (scopes === void 0) {
    return [
      warning("permissions", "the API did not say what the key may do", "Try it with one product.")
    ];
  }
  const where = typeof manageUrl === "string" ? ` at ${manageUrl}` : "";
  return needs.map((need) => {
    const name = `permission ${need.scope}`;
    if (grants(scopes, need.scope)) return ok(name, "given");
    const make = need.required ? failed : warning;
    return make(name, `missing, needed for ${need.for}`, `Give the key ${need.scope}${where}.`);
  });
}
function grants(scopes, scope) {
  const [resource = ""] = scope.split(":");
  return [scope, `${resource}:*`, "*"].some((granting) => scopes.includes(granting));
}

// packages/cli/src/run/doctor/clock-check.ts
var tolerated = 6e4;
function clockCheck(date, now) {
  const served = Date.parse(date ?? "");
  if (Number.isNaN(served)) {
    return warning("clock", "the server did not say what time it is", "Nothing has to be done.");
  }
  const off = Math.round(Math.abs(now - served) / 1e3);
  if (Math.abs(now - served) <= tolerated)
    return ok("clock", `within ${String(Math.max(1, off))} s`);
  const side = now > served ? "ahead of" : "behind";
  return warning(
    "clock",
    `${String(off)} s ${side} the server`,
    "Set the clock of this machine: times that are sent and waited for are off."
  );
}

// packages/cli/src/run/doctor/diagnose.ts
async function diagnose(options, { io, secrets }) {
  const checks = [ok("versions", `sequenzy-cli ${"0.0.0"}, Node ${process.version}`)];
  let date;
  let answeredAt = 0;
  const connection = await attempt(
    checks,
    () => connect(
      { ...options, maxRetries: options.maxRetries ?? 1 },
      {
        io,
        secrets,
        hooks: {},
        warn: (sentence) => checks.push(warning("key file", sentence, "Keep the key to yourself.")),
        onHeaders(headers) {
          date = headers.get("date");
          answeredAt = io.clock.now();
        }
      }
    )
  );
  if (connection === void 0) return { checks, exitCode: exitCodes.usage };
  const keyFrom = options.apiKeyFile ?? "SEQUENZY_API_KEY";
  checks.push(ok("key", options.sandbox ? "the sandbox needs none" : `taken from ${keyFrom}`));
  const exitCode = await askAccount(connection, options, io, checks);
  if (answeredAt > 0) checks.push(clockCheck(date, answeredAt));
  return { checks, exitCode };
}
async function attempt(checks, connecting) {
  try {
    return await connecting();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const name = error.code === "bad-base-url" ? "base URL" : "key";
    const next = error.nextStep ?? "See sequenzy-cli doctor --help.";
    checks.push(failed(name, error.message, next));
    return void 0;
  }
}
async function askAccount({ client }, options, io, checks) {
  const where = options.sandbox ? "the sandbox in this process" : baseUrlOf(options, io.env);
  const startedAt = io.clock.monotonic();
  try {
    const account = await client.account.get({ signal: io.interruption });
    const took = Math.round(io.clock.monotonic() - startedAt);
    checks.push(ok("reachable", `${where} answered in ${String(took)} ms`));
    checks.push(ok("key accepted", "yes"));
    return checkAccount(account, options, checks);
  } catch (error) {
    if (!(error instanceof SequenzyError)) throw error;
    io.interruption.throwIfAborted();
    return explain(error, where, checks);
  }
}
function checkAccount(account, options, checks) {
  const found = [companyCheck(account, options.company), ...permissionChecks(account)];
  checks.push(...found);
  return found.some(({ status }) => status === "failed") ? exitCodes.refused : exitCodes.ok;
}
function explain(error, where, checks) {
  const { message, nextStep, exitCode } = stopReason(error);
  if (error.code !== "authentication" && error.code !== "permission") {
    const silent = error.status === void 0;
    const next = silent ? "Check the network and the base URL." : nextStep;
    checks.push(failed("reachable", silent ? message : `${where}: ${message}`, next));
    return exitCode;
  }
  checks.push(ok("reachable", `${where} answered`));
  if (error.code === "authentication") {
    checks.push(failed("key accepted", message, nextStep));
    return exitCode;
  }
  checks.push(ok("key accepted", "yes"));
  const missing = error instanceof SequenzyPermissionError ? error.missingScopes : [];
  if (missing.length === 0) {
    checks.push(failed("company", message, nextStep));
    return exitCode;
  }
  if (holdsRequired(missing)) {
    checks.push(failed("permissions", message, nextStep));
    return exitCode;
  }
  checks.push(
    warning("permissions", `the key may not be asked what it may do: ${message}`, nextStep)
  );
  return exitCodes.ok;
}
export {
  diagnose
};
