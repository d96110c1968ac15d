import type { Difference } from 'sequenzy-commerce';

/** How many are told one by one. */
const mostTold = 10;

/** What the server has stored otherwise than it was sent, as sentences. */
export class Differences {
  readonly #told: string[] = [];
  #count = 0;

  add(difference: Difference): void {
    this.#count += 1;
    if (this.#told.length < mostTold) this.#told.push(differenceSentence(difference));
  }

  sentences(): readonly string[] {
    const more = this.#count - this.#told.length;
    return more === 0
      ? this.#told
      : [...this.#told, `${String(more)} more fields are stored otherwise than they were sent.`];
  }
}

/** `tee: variants[red].priceCents was sent as 1999 and is stored as 2000.` */
function differenceSentence({ key, path, sent, stored }: Difference): string {
  return `${key}: ${path} was sent as ${shown(sent)} and is stored as ${shown(stored)}.`;
}

const longestShown = 80;

/** A value on one line: JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
