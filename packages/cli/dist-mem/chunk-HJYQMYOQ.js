import {
  PendingFile
} from "./chunk-BL2IST24.js";
import {
  unusableState
} from "./chunk-HJQBONZ3.js";
import {
  isFull
} from "./chunk-LVGUOO64.js";
import {
  asUserError
} from "./chunk-JGPZPF3S.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import {
  exitCodes
} from "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/state/own-ledger.ts
import {
  LedgerError,
  LedgerLockedError,
  openFileLedger
} from "sequenzy-commerce/node";

// packages/cli/src/run/state/companies.ts
import { createHmac, randomBytes } from "crypto";
import { readFile } from "fs/promises";
import { join } from "path";
var Companies = class _Companies {
  #folder;
  #content;
  constructor(folder, content) {
    this.#folder = folder;
    this.#content = content;
  }
  /** A file that is missing or damaged knows nothing: it can be asked for again. */
  static async read(folder) {
    const text = await readFile(fileIn(folder), "utf8").catch(() => "");
    return new _Companies(folder, parse(text) ?? { salt: newSalt(), companies: {} });
  }
  of(identity) {
    return this.#content.companies[this.hashOf(identity)];
  }
  hashOf({ key, origin }) {
    return createHmac("sha256", this.#content.salt).update(`${origin}
${key}`).digest("hex").slice(0, 32);
  }
  /** @throws {UserError} when it cannot be written. */
  async remember(identity, company) {
    if (this.of(identity) === company) return;
    const { salt, companies } = this.#content;
    const content = {
      version: 1,
      salt,
      companies: { ...companies, [this.hashOf(identity)]: company }
    };
    try {
      const file = await PendingFile.create(fileIn(this.#folder));
      await file.write(`${JSON.stringify(content)}
`);
      await file.keep();
    } catch (error) {
      throw unusableState(this.#folder, error);
    }
  }
};
function fileIn(folder) {
  return join(folder, "companies.json");
}
function newSalt() {
  return randomBytes(16).toString("hex");
}
function parse(text) {
  try {
    const { version, salt, companies } = JSON.parse(text);
    if (version !== 1 || typeof salt !== "string" || typeof companies !== "object")
      return void 0;
    const known = Object.entries(companies ?? {}).filter(
      (pair) => typeof pair[1] === "string"
    );
    return { salt, companies: Object.fromEntries(known) };
  } catch {
    return void 0;
  }
}

// packages/cli/src/run/state/which-company.ts
import { SequenzyError } from "sequenzy-commerce";
async function whichCompany({ client, identity }, { company, folder, signal, warn }) {
  if (company !== void 0) return company;
  const companies = await Companies.read(folder);
  const said = await askApi(client, signal);
  if (said === void 0 && companies.of(identity) === void 0) warn(unknownCompany);
  const answer = said ?? companies.of(identity) ?? `key-${companies.hashOf(identity)}`;
  await companies.remember(identity, answer);
  return answer;
}
var unknownCompany = "The API did not say which company the key belongs to, so what is sent is remembered for this key alone. Name the company with --company.";
async function askApi(client, signal) {
  try {
    const { currentCompanyId } = await client.account.get({ signal });
    return currentCompanyId ?? void 0;
  } catch (error) {
    if (mayNotAsk(error)) return void 0;
    signal.throwIfAborted();
    throw asUserError(error);
  }
}
function mayNotAsk(error) {
  return error instanceof SequenzyError && [400, 403, 404, 405].includes(error.status ?? 0);
}

// packages/cli/src/run/state/own-ledger.ts
async function openLedger(connection, name, question) {
  const company = await whichCompany(connection, question);
  const { origin } = connection.identity;
  return orAdvice(openFileLedger({ folder: question.folder, company, origin, name }));
}
async function openLedgerToRead(name, { company, identity, origin, folder }) {
  const known = company ?? (identity && (await Companies.read(folder)).of(identity));
  if (known === void 0) return void 0;
  return orAdvice(openFileLedger({ folder, company: known, origin, name, readonly: true }));
}
async function orAdvice(opening) {
  try {
    return await opening;
  } catch (error) {
    throw error instanceof LedgerError ? asUserError2(error) : error;
  }
}
function asUserError2(error) {
  if (error instanceof LedgerLockedError) return locked(error);
  const message = error.message.replace(/\.$/, "");
  const { code } = error;
  if (code !== "write") return new UserError(`ledger-${code}`, message);
  return isFull(error.cause) ? new UserError("state-folder", message, void 0, exitCodes.stopped) : new UserError("state-folder", message, "Name another one with --state-dir.");
}
function locked({ holder, message }) {
  if (holder === void 0) return new UserError("locked", message, void 0, exitCodes.stopped);
  const { pid, host, since } = holder;
  return new UserError(
    "locked",
    `Another run is at work: process ${String(pid)} on ${host}, since ${since.toISOString()}`,
    "Wait until it is done, then run the same command again.",
    exitCodes.stopped
  );
}

export {
  openLedger,
  openLedgerToRead
};
