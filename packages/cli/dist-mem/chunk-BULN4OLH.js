import {
  sentenceOf
} from "./chunk-TE4LNMOM.js";
import {
  PendingFile
} from "./chunk-BL2IST24.js";
import {
  reasonOf,
  systemCode
} from "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";

// packages/cli/src/run/rejects/target.ts
import { open, realpath as realpath2, stat } from "fs/promises";
import { basename as basename2, join as join2, parse, resolve as resolve2 } from "path";

// packages/cli/src/run/rejects/place.ts
import { access, constants, readlink, realpath } from "fs/promises";
import { basename, dirname, join, resolve, sep } from "path";
var mostLinks = 40;
async function demandPlace(file, named) {
  try {
    const folder = await folderBehind(file, resolve(file));
    await access(folder + sep, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof UserError ? error : unusableFolder(file, error, named);
  }
}
async function folderBehind(file, at, links = 0) {
  const folder = await realpath(dirname(at));
  const place = join(folder, basename(at));
  if (isDevice(place)) throw unusable(file, "it is no plain file");
  const target = await readlink(place).catch(() => void 0);
  if (target === void 0 || links === mostLinks) return folder;
  return folderBehind(file, resolve(folder, target), links + 1);
}
function isDevice(place) {
  return /^\/(dev|proc|sys)\//.test(place) && !place.startsWith("/dev/shm/");
}
function unusableFolder(file, error, named) {
  const folder = dirname(file);
  const problem = `the folder ${named ? folder : resolve(folder)} ${problemOf(error)}`;
  return named ? new UserError(code, `--rejects: ${problem}`, "Create it, or name a file elsewhere.") : new UserError(
    code,
    `Rejected records would go to ${file}, and ${problem}`,
    "Name a file elsewhere with --rejects."
  );
}
function problemOf(error) {
  if (systemCode(error) === "ENOENT") return "does not exist";
  if (systemCode(error) === "ENOTDIR") return "is no folder";
  return `cannot be written to (${reasonOf(error)})`;
}
function unusable(file, reason) {
  return new UserError(
    code,
    `--rejects: ${file} cannot be used (${reason})`,
    "Name a file of its own."
  );
}
var code = "bad-rejects-file";

// packages/cli/src/run/rejects/csv.ts
function csvLine(cells) {
  return `${cells.map(csvCell).join(",")}
`;
}
function csvCell(text) {
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// packages/cli/src/run/rejects/rows.ts
var lineColumn = "sequenzy_line";
var errorColumn = "sequenzy_error";
function headerOf({ columns }) {
  return csvLine([...kept(columns).map((index) => columns[index] ?? ""), lineColumn, errorColumn]);
}
function rowsOf({ columns, rows }, reject) {
  const keep = kept(columns);
  return rows.map(
    ({ line, cells }, position) => csvLine([
      ...keep.map((index) => cells[index] ?? ""),
      String(line),
      errorOf(reject, line, position === 0, new Set(rows.map((row) => row.line)))
    ])
  ).join("");
}
function documentOf({ text, line }, reject) {
  const message = reject.reasons.map(sentenceOf).join("; ");
  const fields = `"${lineColumn}":${String(line)},"${errorColumn}":${JSON.stringify(message)}}`;
  const flat = text.trim().replace(/[\r\n]+/g, " ");
  if (!flat.startsWith("{")) return `{"sequenzy_document":${flat},${fields}
`;
  const open2 = flat.replace(ours, "").replace(/\s*\}$/, "");
  return `${open2}${open2 === "{" ? "" : ","}${fields}
`;
}
var ours = /,?\s*"sequenzy_line":\d+,"sequenzy_error":"(?:[^"\\]|\\.)*"\s*(?=\}$)/;
function kept(columns) {
  return columns.flatMap((name, index) => {
    const own = [lineColumn, errorColumn].includes(name.trim().toLowerCase());
    return own ? [] : [index];
  });
}
function errorOf({ reasons, line: firstLine }, line, isFirst, lines) {
  const mine = reasons.filter(
    (reason) => lines.has(reason.line) ? reason.line === line : isFirst
  );
  if (mine.length > 0) return mine.map(sentenceOf).join("; ");
  const elsewhere = reasons.find((reason) => lines.has(reason.line))?.line ?? firstLine;
  return `belongs to the record rejected at line ${String(elsewhere)}`;
}

// packages/cli/src/run/rejects/target.ts
async function rejectsTarget(named, files) {
  const inputs = await Promise.all(files.map(identityOf));
  if (named === void 0) return freeName(baseOf(files[0] ?? "-"), inputs);
  if (await isInput(named, inputs)) {
    throw new UserError(
      "bad-rejects-file",
      `--rejects: ${named} is an input file`,
      "Name another one: an input file is never overwritten."
    );
  }
  await demandPlace(named, true);
  return {
    name: named,
    ours: false,
    holdsSomethingElse: await holdsSomethingElse(named),
    inputs
  };
}
async function nameAt({ name, ours: ours2, inputs }, kind, taken) {
  const first = ours2 && kind === "document" ? name.replace(/\.csv$/, ".ndjson") : name;
  if (taken.length === 0 && (first === name || !await holdsSomethingElse(first))) return first;
  for (let number = 2; ; number += 1) {
    const next = numbered(first, number);
    if (taken.includes(next) || await isInput(next, inputs)) continue;
    if (!await holdsSomethingElse(next)) return next;
  }
}
function numbered(name, number) {
  const { dir, name: stem, ext } = parse(name);
  return join2(dir, `${stem}-${String(number)}${ext}`);
}
function baseOf(file) {
  if (file === "-") return "stdin";
  return basename2(file).replace(/\.gz$/i, "").replace(/\.(csv|tsv|txt|json|ndjson|jsonl)$/i, "").replace(/\.rejects(-\d+)?$/i, "");
}
async function freeName(base, inputs) {
  for (let number = 1; ; number += 1) {
    const stem = `${base}.rejects${number === 1 ? "" : `-${String(number)}`}`;
    const taken = [`${stem}.csv`, `${stem}.ndjson`].map((name2) => isInput(name2, inputs));
    if ((await Promise.all(taken)).includes(true)) continue;
    const name = `${stem}.csv`;
    await demandPlace(name, false);
    return { name, ours: true, holdsSomethingElse: await holdsSomethingElse(name), inputs };
  }
}
async function identityOf(file) {
  return realpath2(file).catch(() => resolve2(file));
}
async function isInput(file, inputs) {
  return inputs.includes(await identityOf(file));
}
async function holdsSomethingElse(file) {
  const found = await stat(file).catch((error) => {
    if (systemCode(error) === "ENOENT") return void 0;
    throw unusable(file, reasonOf(error));
  });
  if (found === void 0) return false;
  if (!found.isFile()) throw unusable(file, "it is no plain file");
  return found.size > 0 && !(await head(file)).includes(errorColumn);
}
var headBytes = 64 * 1024;
async function head(file) {
  const handle = await open(file).catch((error) => {
    throw unusable(file, reasonOf(error));
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

// packages/cli/src/run/rejects/chosen-target.ts
async function chosenTarget({ mode, rejects, files }, owner) {
  if (mode !== "sync" && rejects === void 0) return void 0;
  const target = await rejectsTarget(rejects, files);
  if (!target.holdsSomethingElse || await owner.mayReplace(target.name)) return target;
  throw new UserError(
    "bad-rejects-file",
    `${target.name} exists and is not a rejects file`,
    "Name another one with --rejects, or replace it with --yes."
  );
}

// packages/cli/src/run/rejects/rejects-writer.ts
var mostPending = 200;
var RejectsWriter = class {
  #input;
  #target;
  #files = /* @__PURE__ */ new Map();
  #written = Promise.resolve();
  #pending = 0;
  #failure;
  constructor(input, target) {
    this.#input = input;
    this.#target = target;
  }
  /** Does not wait. A disk that is full ends the writing, not the run: see {@link close}. */
  add(record, reject) {
    this.#pending += 1;
    this.#written = this.#written.then(() => this.#failure === void 0 ? this.#write(record, reject) : void 0).catch((error) => {
      this.#failure ??= reasonOf(error);
    }).finally(() => {
      this.#pending -= 1;
    });
  }
  /** Waits while too much is pending. */
  async room() {
    if (this.#pending >= mostPending) await this.#written;
  }
  /** Puts the files in their place; gives back their names, the main one first, and what went wrong. */
  async close() {
    await this.#written;
    const pending = [...this.#files.values()];
    try {
      if (this.#failure === void 0) for (const file of pending) await file.keep();
    } catch (error) {
      this.#failure = reasonOf(error);
    }
    if (this.#failure !== void 0) {
      await Promise.allSettled(pending.map((file) => file.discard()));
      return { files: [], failure: this.#failure };
    }
    return { files: pending.map(({ path }) => path), failure: void 0 };
  }
  async #write(record, reject) {
    const original = await this.#input.original(record);
    const file = await this.#fileFor(original);
    await file.write(
      original.kind === "table" ? rowsOf(original, reject) : documentOf(original, reject)
    );
  }
  async #fileFor(original) {
    const shape = original.kind === "table" ? headerOf(original) : "documents";
    const known = this.#files.get(shape);
    if (known !== void 0) return known;
    const taken = [...this.#files.values()].map(({ path }) => path);
    const file = await PendingFile.create(await nameAt(this.#target, original.kind, taken));
    this.#files.set(shape, file);
    if (original.kind === "table") await file.write(shape);
    return file;
  }
};

// packages/cli/src/run/rejects/close-rejects.ts
async function closeRejects(writer, warn) {
  const written = await writer?.close();
  if (written?.failure !== void 0) {
    warn(`The rejects file could not be written: ${written.failure}.`);
  }
  return written?.files ?? [];
}

export {
  chosenTarget,
  RejectsWriter,
  closeRejects
};
