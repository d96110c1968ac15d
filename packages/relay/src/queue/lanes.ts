/** Tells which of many waiting events may be handed out: those with nothing older before them in any of their lanes. */
export class Lanes {
  /** Ids in the order in which they came. */
  readonly #lanes = new Map<string, Set<number>>();
  readonly #lanesOf = new Map<number, readonly string[]>();
  /** In the order in which they became free. */
  readonly #free = new Set<number>();

  add(id: number, lanes: readonly string[]): void {
    this.#lanesOf.set(id, lanes);
    for (const lane of lanes) {
      const ids = this.#lanes.get(lane);
      if (ids === undefined) this.#lanes.set(lane, new Set([id]));
      else ids.add(id);
    }
    if (this.#isFirst(id)) this.#free.add(id);
  }

  /** The next that may be handed out, which is then under way; undefined where none may. */
  take(): number | undefined {
    const [id] = this.#free;
    if (id !== undefined) this.#free.delete(id);
    return id;
  }

  /** Puts one that was taken back, behind the others that may be handed out. */
  putBack(id: number): void {
    this.#free.add(id);
  }

  /** One that was taken is done: those behind it move up. */
  remove(id: number): void {
    const lanes = this.#lanesOf.get(id) ?? [];
    this.#lanesOf.delete(id);
    this.#free.delete(id);
    for (const lane of lanes) {
      const ids = this.#lanes.get(lane);
      ids?.delete(id);
      if (ids?.size === 0) this.#lanes.delete(lane);
    }
    for (const lane of lanes) {
      const next = this.#firstOf(lane);
      if (next !== undefined && this.#isFirst(next)) this.#free.add(next);
    }
  }

  #isFirst(id: number): boolean {
    const lanes = this.#lanesOf.get(id) ?? [];
    return lanes.every((lane) => this.#firstOf(lane) === id);
  }

  #firstOf(lane: string): number | undefined {
    const [first] = this.#lanes.get(lane) ?? [];
    return first;
  }
}
