import { isRecord, option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { UnreadValue } from './format.ts';
import { canonical } from '../table/columns.ts';
import { listed } from '../text/listed.ts';
import { nearestTo } from '../text/nearest.ts';
import type { Input } from './inputs.ts';

/** Checks that every column that is to be ignored is there, in one of the inputs at least. */
export class IgnoredColumns {
  readonly #wanted: readonly string[];
  /** By what tells names apart, as they are written. */
  readonly #names = new Map<string, string>();

  constructor(wanted: readonly string[] = [], inputs: readonly Input[] = []) {
    this.#wanted = wanted;
    for (const input of inputs) if (input.kind === 'table') this.#add(input.layout.names);
  }

  document(value: unknown): void {
    if (this.#wanted.length > 0 && isRecord(value)) this.#add(Object.keys(value));
  }

  values(values: readonly UnreadValue[]): void {
    if (this.#wanted.length > 0) this.#add(values.map(({ name }) => name));
  }

  /** @throws {SourceError} One of them is nowhere. To be called when everything was read. */
  refuseAbsent(): void {
    const absent = this.#wanted.find((name) => !this.#names.has(canonical(name)));
    if (absent === undefined) return;
    const names = [...this.#names.values()];
    const nearest = nearestTo(canonical(absent), [...this.#names.keys()]);
    const near = nearest === undefined ? undefined : this.#names.get(nearest);
    throw new SourceError(say`${option('ignoreColumns')}: there is no column "${absent}"`, {
      code: 'bad-option',
      value: absent,
      nextStep:
        near === undefined
          ? `The columns are: ${listed(names)}.`
          : `The nearest name is "${near}".`,
    });
  }

  #add(names: readonly string[]): void {
    for (const name of names) {
      const shown = name.trim();
      if (shown !== '' && !this.#names.has(canonical(shown)))
        this.#names.set(canonical(shown), shown);
    }
  }
}
