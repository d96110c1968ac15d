import {
  reasonOf
} from "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";

// packages/cli/src/run/mapping-file.ts
import { readFile } from "fs/promises";
var nextStep = 'It must be a JSON object of column names and field names: {"Artikelnummer": "productId"}.';
async function readMapping(file) {
  const mapping = parse(file, await read(file));
  if (!isMapping(mapping))
    throw new UserError("bad-mapping", `--map: ${file} is not a mapping`, nextStep);
  return mapping;
}
async function read(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UserError(
      "bad-mapping",
      `--map: ${file} cannot be read (${reasonOf(error)})`,
      nextStep
    );
  }
}
function parse(file, text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new UserError("bad-mapping", `--map: ${file} is not JSON (${reasonOf(error)})`, nextStep);
  }
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((field) => typeof field === "string");
}

// packages/cli/src/run/open-input.ts
import { addAbortSignal } from "stream";
import { openCatalog, SourceError } from "sequenzy-sources";
async function openInput(choices, io) {
  const { files, map, from, currency, empty, includeUnpublished, storeUrl, idFrom } = choices;
  return orRefuse(
    io,
    openCatalog(files, {
      stdin: stdinFor(files, io),
      signal: io.interruption,
      ...from === void 0 ? {} : { from },
      ...map === void 0 ? {} : { map: await readMapping(map) },
      ...currency === void 0 ? {} : { currency },
      ...empty === void 0 ? {} : { empty },
      ...includeUnpublished === void 0 ? {} : { includeUnpublished },
      ...storeUrl === void 0 ? {} : { storeUrl },
      ...idFrom === void 0 ? {} : { idFrom }
    })
  );
}
function stdinFor(files, { interruption, stdin }) {
  return files.includes("-") ? addAbortSignal(interruption, stdin) : stdin;
}
async function orRefuse(io, opening) {
  try {
    return await opening;
  } catch (error) {
    io.interruption.throwIfAborted();
    if (error instanceof SourceError) throw new UserError(error.code, error.message);
    throw error;
  }
}

export {
  readMapping,
  openInput,
  stdinFor,
  orRefuse
};
