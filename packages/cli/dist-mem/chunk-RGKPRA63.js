// packages/cli/src/run/rejections.ts
var Rejections = class {
  count = 0;
  listed = [];
  #most;
  #writer;
  /** @param most Rejects to keep in memory. */
  constructor(most, writer) {
    this.#most = most;
    this.#writer = writer;
  }
  add(record, reject) {
    this.count += 1;
    if (this.listed.length < this.#most) this.listed.push(reject);
    this.#writer?.add(record, reject);
  }
  /** Waits while the disk is behind. */
  async room() {
    await this.#writer?.room();
  }
};

// packages/cli/src/run/handed-over.ts
var HandedOver = class {
  #record = /* @__PURE__ */ Symbol("record");
  over(record, input) {
    return Object.defineProperty(input, this.#record, { value: record, configurable: true });
  }
  recordOf({ input }) {
    const carrier = typeof input === "object" && input !== null ? input : {};
    const record = Reflect.get(carrier, this.#record);
    if (record === void 0) throw new Error("The SDK spoke of an input it was never given");
    return record;
  }
};
async function* handOver(catalog, handed, rejections, onFaulty) {
  for await (const record of catalog.records()) {
    if (record.product === void 0) onFaulty?.(record);
    else yield handed.over(record, record.product);
    await rejections.room();
  }
}

export {
  Rejections,
  HandedOver,
  handOver
};
