import { gzipSync } from 'node:zlib';
import type { Catalog, CatalogOptions, CatalogRecord } from './catalog.ts';
import { allOf, openText } from './open-text.ts';
import type { Source } from './source.ts';

/** A faultless table of a source: at least two products, and two rows of one product where rows are put together. */
export interface ConformanceSample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly options: CatalogOptions;
}

/**
 * Holds a source to what every source has to do, and says what it does not: the file is recognised among all others,
 * every row is accounted for, records can be read twice and found again in the file, encodings and the order of rows do
 * not matter, and a rejects file can be read.
 *
 * @returns One sentence for each failure; empty when the source conforms.
 */
export async function conformanceFailures(
  source: Source,
  sample: ConformanceSample,
  sources: readonly Source[],
): Promise<string[]> {
  const failures: string[] = [];
  const expect = (holds: boolean, sentence: string): void => {
    if (!holds) failures.push(`${source.name}: ${sentence}`);
  };
  const read = (text: string | Uint8Array): Promise<Reading> =>
    readAll(text, sample.options, sources);

  expect(/^[a-z][a-z0-9-]*$/.test(source.name), 'its name is lower case');
  const plain = csvOf(sample.header, sample.rows);
  const first = await read(plain);
  expect(first.source === source.name, 'its file is recognised as its own');
  expect(first.warnings.length === 0, 'a faultless file gives no warning');
  expect(
    first.records.every(({ faults }) => faults.length === 0),
    'a faultless file has no fault',
  );
  expect(first.isRepeatable, 'records can be read twice');
  const lines = first.lines.toSorted((a, b) => a - b);
  const expected = sample.rows.map((_, index) => index + 2);
  expect(equal(lines, expected), 'each row stands in exactly one record, at its line');

  const again = productsOf(first.records);
  const variations: readonly (readonly [how: string, text: string | Uint8Array])[] = [
    ['with a byte order mark', `\ufeff${plain}`],
    ['with CRLF', plain.replaceAll('\n', '\r\n')],
    ['in UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['gzipped', gzipSync(plain)],
    ['as a rejects file', csvOf(...withReasons(sample))],
  ];
  for (const [how, text] of variations) {
    const { records, warnings } = await read(text);
    expect(equal(productsOf(records), again), `it reads the same ${how}`);
    expect(warnings.length === 0, `it gives no warning ${how}`);
  }
  // Where its place is all that ties a row to its product, it has to stay there.
  if (source.table?.continues === undefined) {
    const apart = await read(csvOf(sample.header, oddThenEven(sample.rows)));
    expect(equal(sizesOf(apart.records), sizesOf(first.records)), 'rows need not stand together');
  }
  return failures;
}

interface Reading {
  readonly source: string;
  readonly records: readonly CatalogRecord[];
  readonly warnings: readonly string[];
  readonly isRepeatable: boolean;
  /** Of every row of every record. */
  readonly lines: readonly number[];
}

async function readAll(
  text: string | Uint8Array,
  options: CatalogOptions,
  sources: readonly Source[],
): Promise<Reading> {
  const catalog = await openText(text, options, sources);
  try {
    const records = await allOf(catalog.records());
    return {
      source: catalog.source.name,
      records,
      warnings: catalog.warnings,
      isRepeatable: equal(records, await allOf(catalog.records())),
      lines: await linesOf(catalog, records),
    };
  } finally {
    await catalog.close();
  }
}

async function linesOf(catalog: Catalog, records: readonly CatalogRecord[]): Promise<number[]> {
  const originals = await Promise.all(records.map((record) => catalog.original(record)));
  return originals.flatMap((original) =>
    original.kind === 'table' ? original.rows.map(({ line }) => line) : [original.line],
  );
}

function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function withReasons({ header, rows }: ConformanceSample): [string[], string[][]] {
  return [
    [...header, 'sequenzy_line', 'sequenzy_error'],
    rows.map((row, index) => [...row, String(index + 2), 'is required']),
  ];
}

function oddThenEven<Item>(items: readonly Item[]): Item[] {
  return [0, 1].flatMap((rest) => items.filter((_, index) => index % 2 === rest));
}

function productsOf(records: readonly CatalogRecord[]): unknown[] {
  return records.map(({ product }) => product);
}

/** How many variants each product has, whatever their order. */
function sizesOf(records: readonly CatalogRecord[]): unknown[] {
  return records
    .map(({ key, product }) => `${key ?? ''}: ${String(product?.variants?.length)}`)
    .toSorted();
}

function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
