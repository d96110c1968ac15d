import { gzipSync } from 'node:zlib';
import type { Original } from '../reading/original.ts';
import type { Format } from '../reading/format.ts';
import type { DocumentsSample, TableSample } from './sample.ts';

/** What the suite looks at in a record. */
export interface Conforming {
  readonly key: string | undefined;
  readonly faults: readonly { readonly message: string }[];
  readonly ordinal: number;
}

/** What an opened input has to offer. */
interface OpenedInput<Found extends Conforming> {
  readonly source: { readonly name: string };
  readonly warnings: readonly string[];
  records(): AsyncIterable<Found>;
  original(record: Found): Promise<Original>;
  close(): Promise<void>;
}

/** How one kind of record is opened and looked at. */
export interface Specimen<Found extends Conforming> {
  readonly open: (text: string | Uint8Array) => Promise<OpenedInput<Found>>;
  /** What was read, without its place. */
  readonly valueOf: (record: Found) => unknown;
  /** How much is in it. */
  readonly partsOf: (record: Found) => number | undefined;
}

/** @returns One sentence for each failure; empty when the source conforms. */
export async function suiteFailures<Found extends Conforming>(
  source: Format,
  sample: TableSample | DocumentsSample,
  specimen: Specimen<Found>,
): Promise<string[]> {
  const failures: string[] = [];
  const expect = (holds: boolean, sentence: string): void => {
    if (!holds) failures.push(`${source.name}: ${sentence}`);
  };
  const values = (read: Reading<Found>): unknown[] => read.records.map(specimen.valueOf);
  /** What a source throws is a failure of its own, and no reason to stop. */
  const tried = async (
    how: string,
    text: string | Uint8Array,
  ): Promise<Reading<Found> | undefined> => {
    try {
      return await read(text, specimen);
    } catch (error) {
      expect(
        false,
        `it can be read ${how} (${error instanceof Error ? error.message : String(error)})`,
      );
      return undefined;
    }
  };

  expect(/^[a-z][a-z0-9-]*$/.test(source.name), 'its name is lower case');
  const plain = textOf(sample);
  const first = await tried('as it stands', plain);
  if (first === undefined) return failures;
  expect(first.records.length > 0, 'a faultless file has records');
  expect(first.source === source.name, 'its file is recognised as its own');
  expect(first.warnings.length === 0, 'a faultless file gives no warning');
  const [fault] = first.records.flatMap(({ faults }) => faults);
  expect(fault === undefined, `a faultless file has no fault (${fault?.message ?? ''})`);
  expect(first.isRepeatable, 'records can be read twice');
  const lines = first.lines.toSorted((a, b) => a - b);
  expect(equal(lines, linesOf(sample)), 'each row stands in exactly one record, at its line');

  for (const [how, text] of variationsOf(sample, plain)) {
    const again = await tried(how, text);
    if (again === undefined) continue;
    expect(equal(values(again), values(first)), `it reads the same ${how}`);
    expect(again.warnings.length === 0, `it gives no warning ${how}`);
  }
  // Where its place is all that ties a row to its record, it has to stay there.
  if ('rows' in sample && source.table?.continues === undefined) {
    const text = csvOf(sample.header, oddThenEven(sample.rows));
    const apart = await tried('where rows of one record do not stand together', text);
    expect(
      apart === undefined || equal(sizes(apart, specimen), sizes(first, specimen)),
      'rows need not stand together',
    );
  }
  return failures;
}

interface Reading<Found> {
  readonly source: string;
  readonly records: readonly Found[];
  readonly warnings: readonly string[];
  readonly isRepeatable: boolean;
  /** Of every row of every record. */
  readonly lines: readonly number[];
}

async function read<Found extends Conforming>(
  text: string | Uint8Array,
  specimen: Specimen<Found>,
): Promise<Reading<Found>> {
  const input = await specimen.open(text);
  try {
    const records = await allOf(input.records());
    const originals = await Promise.all(records.map((record) => input.original(record)));
    return {
      source: input.source.name,
      records,
      warnings: input.warnings,
      isRepeatable: equal(records, await allOf(input.records())),
      lines: originals.flatMap((original) =>
        original.kind === 'table'
          ? original.rows.map(({ line }) => line)
          : (original.lines ?? [original.line]),
      ),
    };
  } finally {
    await input.close();
  }
}

type Variation = readonly [how: string, text: string | Uint8Array];

function variationsOf(sample: TableSample | DocumentsSample, plain: string): Variation[] {
  return [
    ['with a byte order mark', `\ufeff${plain}`],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['in UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['gzipped', gzipSync(plain)],
    'rows' in sample
      ? ['as a rejects file', csvOf(...withReasons(sample))]
      : ['as an array', JSON.stringify(sample.documents)],
  ];
}

function textOf(sample: TableSample | DocumentsSample): string {
  return 'rows' in sample
    ? csvOf(sample.header, sample.rows)
    : sample.documents.map((document) => `${JSON.stringify(document)}\n`).join('');
}

function linesOf(sample: TableSample | DocumentsSample): number[] {
  return 'rows' in sample
    ? sample.rows.map((_, index) => index + 2)
    : sample.documents.map((_, index) => index + 1);
}

function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function withReasons({ header, rows }: TableSample): [string[], string[][]] {
  return [
    [...header, 'sequenzy_line', 'sequenzy_error'],
    rows.map((row, index) => [...row, String(index + 2), 'is required']),
  ];
}

function oddThenEven<Item>(items: readonly Item[]): Item[] {
  return [0, 1].flatMap((rest) => items.filter((_, index) => index % 2 === rest));
}

/** How much is in each record, whatever the order. */
function sizes<Found extends Conforming>(
  { records }: Reading<Found>,
  { partsOf }: Specimen<Found>,
): unknown[] {
  return records.map((record) => `${record.key ?? ''}: ${String(partsOf(record))}`).toSorted();
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
