import { isObject } from 'sequenzy-contract';
import type { Documents } from '../documents/document.ts';
import type { RecordFault } from '../faults/record-fault.ts';
import { SourceError } from '../faults/source-error.ts';
import type { DocumentReader } from './format.ts';
import type { RecordTypes, RecordKind, CheckResult } from './record-kind.ts';

/** Maps the documents of one record; those that cannot be worked with are said to be that and nothing else. */
export function mapDocuments<Kind extends RecordTypes>(
  reader: Pick<DocumentReader<Kind['mapped'], Kind['settings']>, 'map'>,
  documents: Documents,
  settings: Kind['settings'],
  kind: RecordKind<Kind>,
): Kind['mapped'] {
  const rejected = (faults: readonly RecordFault[]): Kind['mapped'] =>
    kind.damaged(kind.blank, faults);
  const deep = tooDeep(documents);
  if (deep.length > 0) return rejected(deep);
  const read = (): Kind['mapped'] => {
    const all =
      kind.hasNoEqualParts === true
        ? distinct(documents, ({ value }) => JSON.stringify(value))
        : documents;
    const mapped = reader.map(all, settings);
    return kind.settled?.(mapped, settings) ?? mapped;
  };
  return readOrRejected(read, documents[0].line, rejected);
}

/** A valid record, or the reasons why it is none. */
export interface Checked<Value> {
  readonly value: Value | undefined;
  readonly faults: readonly RecordFault[];
}

/** Holds a mapped record against the API's schema. A fault keeps the column and line it comes from. */
export function checked<Kind extends RecordTypes>(
  mapped: Kind['mapped'],
  line: number,
  kind: RecordKind<Kind>,
): Checked<Kind['value']> {
  if (mapped.faults.length > 0) return { value: undefined, faults: mapped.faults };
  const result = readOrRejected<CheckResult<Kind['value']>>(
    () => kind.check(mapped),
    line,
    (faults) => ({ ok: false, faults }),
  );
  if (result.ok) return { value: result.value, faults: [] };
  const faults = result.faults.map(({ path, message }) => {
    const place = mapped.locate?.(path);
    return place === undefined ? { path, message, line } : { ...place, message };
  });
  return { value: undefined, faults };
}

/**
 * Makes a record out of an attempt to read one. Whatever a record contains, it ends its own reading and no other's: an
 * error becomes a fault.
 *
 * @param rejected Makes a record that has nothing but faults.
 * @throws {SourceError} The whole input is refused.
 */
export function readOrRejected<Made>(
  read: () => Made,
  line: number,
  rejected: (faults: readonly RecordFault[]) => Made,
): Made {
  try {
    return read();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return rejected([{ path: '', message: `cannot be read (${reason})`, line }]);
  }
}

/** Those that differ from all before, by the text that stands for each. */
export function distinct<Item>(
  items: readonly [Item, ...Item[]],
  textOf: (item: Item) => string,
): [Item, ...Item[]] {
  const [first, ...others] = items;
  if (others.length === 0) return [first];
  const seen = new Set([textOf(first)]);
  const rest = others.filter((item) => {
    const text = textOf(item);
    return !seen.has(text) && seen.add(text).has(text);
  });
  return [first, ...rest];
}

/** Levels of objects and lists inside each other. No platform comes near; JSON cannot be written at some thousands. */
const deepest = 200;

/** Objects and lists inside each other, more than can be worked with. */
function tooDeep(values: readonly { value: unknown; line: number }[]): RecordFault[] {
  return values
    .filter(({ value }) => isDeeperThan(deepest, value))
    .map(({ line }) => ({
      path: '',
      message: `is nested more than ${String(deepest)} levels deep`,
      line,
    }));
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (!isObject(value)) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
