/** Records that come one after the other, from this place on with this ordinal. */
interface Stretch {
  readonly place: number;
  readonly ordinal: number;
}

/**
 * Which record comes at which place when some are left out. Only the gaps are kept: a list of all would be by far the
 * largest thing in the heap, which the collector lets grow to a multiple of what is in use.
 */
export class Ordinals {
  readonly #stretches: Stretch[] = [];
  #size = 0;

  /** To be called with ever larger ones. */
  add(ordinal: number): void {
    const place = this.#size++;
    const last = this.#stretches.at(-1);
    if (last === undefined || last.ordinal - last.place !== ordinal - place) {
      this.#stretches.push({ place, ordinal });
    }
  }

  /** Undefined past the end. */
  at(place: number): number | undefined {
    if (!(place >= 0 && place < this.#size)) return undefined;
    let low = 0;
    let high = this.#stretches.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#stretches[middle]?.place ?? Infinity) <= place) low = middle;
      else high = middle;
    }
    const stretch = this.#stretches[low];
    return stretch && stretch.ordinal + place - stretch.place;
  }
}
