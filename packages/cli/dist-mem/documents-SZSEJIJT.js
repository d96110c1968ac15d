import {
  stdinFor
} from "./chunk-ULV6XPLH.js";
import {
  reasonOf
} from "./chunk-LVGUOO64.js";
import {
  UserError
} from "./chunk-COUJ7UXY.js";
import "./chunk-7ZYDWGGZ.js";

// packages/cli/src/run/events/documents.ts
import { readFile } from "fs/promises";
import { text } from "stream/consumers";
async function readDocuments(file, io) {
  const content = (await read(file, io)).replace(/^\ufeff/, "");
  const whole = parsed(content);
  const values = whole === void 0 ? linesOf(content, file) : Array.isArray(whole.value) ? listOf(whole.value) : [whole.value];
  if (values.length === 0)
    throw new UserError("no-documents", `${nameOf(file)} holds no documents`);
  return values.map((value, index) => ({ position: index + 1, value }));
}
async function read(file, io) {
  try {
    return file === "-" ? await text(stdinFor([file], io)) : await readFile(file, "utf8");
  } catch (error) {
    io.interruption.throwIfAborted();
    throw new UserError("unreadable", `${nameOf(file)} cannot be read (${reasonOf(error)})`);
  }
}
function parsed(content) {
  try {
    return { value: JSON.parse(content) };
  } catch {
    return void 0;
  }
}
function listOf(values) {
  return values;
}
function linesOf(content, file) {
  return content.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "") return [];
    const document = parsed(line);
    if (document !== void 0) return [document.value];
    throw new UserError(
      "bad-json",
      `${nameOf(file)}:${String(index + 1)} is no JSON`,
      "Expected one document, an array of documents, or one document a line. Nothing was sent."
    );
  });
}
function nameOf(file) {
  return file === "-" ? "stdin" : file;
}
export {
  readDocuments
};
