import type { Fragment, Fragments } from '../spool/fragments.ts';
import { KeyIndex } from '../spool/key-index.ts';
import { counted } from '../text/counted.ts';

/** One id in two records. */
interface Example {
  readonly id: string;
  readonly places: readonly [earlier: Fragment, later: Fragment];
}

/** Ids that several records have, so that the later one overwrites the earlier; 24 bytes an id at most. */
export class Overwritten {
  readonly #fragments: Fragments;
  readonly #ordinals = new KeyIndex();
  readonly #repeated = new KeyIndex();
  #example: Example | undefined;

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  /** A record that is handed out, in input order. */
  add(id: string, ordinal: number, place: Fragment): void {
    const earlier = this.#ordinals.set(id, ordinal);
    // What is superseded is a piece of the same record.
    if (earlier === undefined || this.#fragments.isSuperseded(earlier)) return;
    this.#repeated.set(id, ordinal);
    const [first] = this.#fragments.chain(earlier);
    if (first !== undefined) this.#example ??= { id, places: [first, place] };
  }

  /** @param files The inputs' names. */
  warnings(name: string, files: readonly string[]): string[] {
    if (this.#example === undefined) return [];
    const { id, places } = this.#example;
    const { size } = this.#repeated;
    const stand = size === 1 ? 'stands' : 'stand';
    const example = `${size === 1 ? '' : 'the first is '}${id} (${placesOf(places, files)})`;
    return [
      `${counted(size, name)} ${stand} in more than one record, and the later record overwrites what both say: ${example}.`,
    ];
  }
}

function placesOf([earlier, later]: Example['places'], files: readonly string[]): string {
  const [first = '', second = ''] = [files[earlier.file], files[later.file]];
  const lines = [String(earlier.line), String(later.line)] as const;
  return earlier.file === later.file
    ? `${first} lines ${lines[0]} and ${lines[1]}`
    : `${first} line ${lines[0]} and ${second} line ${lines[1]}`;
}
