import {
  rateOf
} from "./chunk-G54C5IG2.js";
import {
  reasonOf
} from "./chunk-LVGUOO64.js";
import {
  openPrivateSandbox
} from "./chunk-DEKBMCEH.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/connection.ts
import { SequenzyCommerce, SequenzyValidationError } from "sequenzy-commerce";

// packages/cli/src/run/api-key.ts
import { readFile, stat } from "fs/promises";
async function apiKeyFrom({ apiKeyFile, env, secrets, warn }) {
  const key = apiKeyFile === void 0 ? env["SEQUENZY_API_KEY"]?.trim() : await read(apiKeyFile);
  if (key === void 0 || key === "") throw missing(apiKeyFile);
  secrets.hide(key);
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new UserError(
      "bad-key",
      `${apiKeyFile ?? "SEQUENZY_API_KEY"} holds spaces or characters no key has`,
      "It must hold the key and nothing else."
    );
  }
  if (apiKeyFile !== void 0 && await isOpenToOthers(apiKeyFile)) {
    warn(`Others on this machine can read ${apiKeyFile}: run chmod 600 ${apiKeyFile}.`);
  }
  return key;
}
async function read(file) {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    throw new UserError(
      "unreadable-key",
      `--api-key-file: ${file} cannot be read (${reasonOf(error)})`,
      "Name a file that holds the key and nothing else."
    );
  }
}
async function isOpenToOthers(file) {
  if (process.platform === "win32") return false;
  const { mode } = await stat(file);
  return (mode & 63) !== 0 && (await stat(file)).isFile();
}
function missing(file) {
  return new UserError(
    "missing-key",
    file === void 0 ? "There is no API key" : `--api-key-file: ${file} is empty`,
    "Set SEQUENZY_API_KEY, name a file with --api-key-file, or try it without a key: --sandbox.",
    exitCodes.usage
  );
}

// packages/cli/src/run/connection.ts
async function connect(options, surroundings) {
  const rate = rateOf(options.rate);
  const { io, hooks } = surroundings;
  const { apiKey, baseUrl, fetch } = options.sandbox ? openPrivateSandbox(options.company, await import("sequenzy-sandbox")) : await realApi(options, surroundings);
  try {
    const client = new SequenzyCommerce({
      apiKey,
      baseUrl,
      hooks,
      clock: io.clock,
      fetch: listenedTo(fetch, surroundings.onHeaders),
      rateLimit: rate ?? false,
      ...options.company === void 0 ? {} : { companyId: options.company },
      ...options.timeout === void 0 ? {} : { timeout: options.timeout },
      ...options.maxRetries === void 0 ? {} : { maxRetries: options.maxRetries }
    });
    return { client, rate, identity: { key: apiKey, origin: new URL(baseUrl).origin } };
  } catch (error) {
    if (!(error instanceof SequenzyValidationError)) throw error;
    throw badSetting(error, options, io.env);
  }
}
async function offlineIdentity(options, { io: { env }, secrets, warn }) {
  const { apiKeyFile } = options;
  const origin = offlineOrigin(options, env);
  const named = apiKeyFile ?? env["SEQUENZY_API_KEY"]?.trim() ?? "";
  if (origin === void 0 || named === "") return void 0;
  return { key: await apiKeyFrom({ apiKeyFile, env, secrets, warn }), origin };
}
function offlineOrigin(options, env) {
  const baseUrl = baseUrlOf(options, env);
  return /^https?:/.test(baseUrl) && URL.canParse(baseUrl) ? new URL(baseUrl).origin : void 0;
}
async function realApi(options, { io, secrets, warn }) {
  const { env } = io;
  const baseUrl = baseUrlOf(options, env);
  const apiKey = await apiKeyFrom({ apiKeyFile: options.apiKeyFile, env, secrets, warn });
  return { apiKey, baseUrl, fetch: globalThis.fetch };
}
function baseUrlOf({ baseUrl }, env) {
  const set = env["SEQUENZY_API_URL"];
  return baseUrl ?? (set === void 0 || set === "" ? defaultBaseUrl : set);
}
var defaultBaseUrl = "https://api.sequenzy.com";
function listenedTo(fetch, onHeaders) {
  if (onHeaders === void 0) return fetch;
  return async (input, init) => {
    const response = await fetch(input, init);
    onHeaders(response.headers);
    return response;
  };
}
function badSetting({ faults }, options, env) {
  const url = faults.find(({ path }) => path === "baseUrl");
  if (url === void 0) {
    const list = faults.map(({ path, message }) => `${path} ${message}`).join("; ");
    return new UserError("bad-setting", list);
  }
  const origin = options.baseUrl === void 0 ? "SEQUENZY_API_URL" : "--base-url";
  return new UserError(
    "bad-base-url",
    `${origin} ${JSON.stringify(baseUrlOf(options, env))} ${url.message}`,
    `Give the API's origin, such as ${defaultBaseUrl}.`
  );
}

export {
  connect,
  offlineIdentity,
  offlineOrigin,
  baseUrlOf
};
