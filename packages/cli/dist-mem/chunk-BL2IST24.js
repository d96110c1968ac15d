// packages/cli/src/run/pending-file.ts
import { randomBytes } from "crypto";
import { rmSync } from "fs";
import { open, realpath, rename, rm } from "fs/promises";
var chunkCharacters = 64 * 1024;
var PendingFile = class _PendingFile {
  path;
  #target;
  #handle;
  #cleanUp = () => {
    rmSync(temporary(this.#target), { force: true });
  };
  #buffered = "";
  constructor(path, target, handle) {
    this.path = path;
    this.#target = target;
    this.#handle = handle;
    process.once("exit", this.#cleanUp);
  }
  /** Readable by its owner only: it may hold customer data. */
  static async create(path) {
    const target = await realpath(path).catch(() => path);
    const handle = await open(temporary(target), "wx", 384);
    return new _PendingFile(path, target, handle);
  }
  async write(text) {
    this.#buffered += text;
    if (this.#buffered.length >= chunkCharacters) await this.#flush();
  }
  async keep() {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    await rename(temporary(this.#target), this.#target);
    process.off("exit", this.#cleanUp);
  }
  async discard() {
    await this.#handle.close();
    await rm(temporary(this.#target), { force: true });
    process.off("exit", this.#cleanUp);
  }
  async #flush() {
    const text = this.#buffered;
    this.#buffered = "";
    await this.#handle.appendFile(text);
  }
};
var mark = randomBytes(4).toString("hex");
function temporary(target) {
  return `${target}.${mark}.tmp`;
}

export {
  PendingFile
};
