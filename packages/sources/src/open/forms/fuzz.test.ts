import { longForm, tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import type { Original } from '../../reading/original.ts';
import { SourceError } from '../../faults/source-error.ts';
import { openCatalog } from '../catalog.ts';
import { allOf } from '../../conformance/suite.ts';
import { openOrders } from '../orders.ts';
import { writtenTo, type Form, type FormFile } from './form.ts';
import { mutate, seeded } from './mutate.ts';
import { orderForms } from './orders.ts';
import { expectPrepared } from './prepared.ts';
import { productForms } from './products.ts';

/** Of each kind. `SEQUENZY_FUZZ=5000 npx vitest run packages/sources/src/open/forms/fuzz.test.ts` makes it 10,000 together. */
const runs = Number(process.env['SEQUENZY_FUZZ'] ?? (longForm ? 1000 : 120));

/** Bytes that may be held at the end and were not after a tenth of the runs: what is left of each run would add up. */
const mostGrowth = 256 * 1024 * 1024;

/** What either kind of opened input has to offer. */
interface Opened {
  readonly counts: { readonly rows: number; readonly records: number; readonly rejected: number };
  /** Distinct records, those that are left out among them. */
  readonly found: number;
  readonly skipped: number;
  /** Whether one record stands for several versions of it. */
  readonly hasVersions: boolean;
  records(): AsyncIterable<OpenedRecord>;
  original(record: OpenedRecord): Promise<Original>;
  close(): Promise<void>;
}

interface OpenedRecord {
  readonly ordinal: number;
  readonly line: number;
  readonly faults: readonly { readonly message: string }[];
  readonly value: unknown;
}

type Open<Options> = (paths: string[], options: Options) => Promise<Opened>;

const openProducts: Open<Parameters<typeof openCatalog>[1]> = async (paths, options) => {
  const catalog = await openCatalog(paths, options);
  await expectPrepared(catalog, paths.join());
  return {
    counts: catalog.counts,
    found: catalog.counts.products,
    skipped: catalog.counts.skipped.reduce((sum, { products }) => sum + products, 0),
    hasVersions: false,
    async *records() {
      for await (const { product, ...record } of catalog.records()) {
        yield { ...record, value: product };
      }
    },
    original: (record) => catalog.original(record),
    close: () => catalog.close(),
  };
};

const openSales: Open<Parameters<typeof openOrders>[1]> = async (paths, options) => {
  const orders = await openOrders(paths, options);
  return {
    counts: orders.counts,
    found: orders.counts.orders,
    skipped: orders.counts.skipped.reduce((sum, one) => sum + one.orders, 0),
    hasVersions: orders.warnings.some((one) => one.includes(' in the input ')),
    async *records() {
      for await (const { order, ...record } of orders.records()) {
        expect(await orders.read(record.ordinal)).toEqual({ order, ...record });
        yield { ...record, value: order };
      }
    },
    original: (record) => orders.original(record),
    close: () => orders.close(),
  };
};

describe('damaged inputs', () => {
  const title = `${String(runs)} of them are refused as a whole, or read with every record accounted for`;
  const timeout = runs * 200 + 20_000;

  it(`of products: ${title}`, () => fuzz('products', productForms, openProducts), timeout);

  it(`of orders: ${title}`, () => fuzz('orders', orderForms, openSales), timeout);
});

async function fuzz<Options>(
  kind: string,
  forms: readonly Form<Options>[],
  open: Open<Options>,
): Promise<void> {
  const folder = await tempFolder();
  const outcomes = { refused: 0, read: 0, records: 0, rejected: 0, skipped: 0 };
  let early = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const form = forms[seed % forms.length];
    if (form === undefined) throw new Error('no form');
    const { files, hasRepeats } = damaged(form, seeded(seed));
    const paths = await writtenTo(folder, files);
    const opened = await open(paths, form.options).catch((error: unknown) => error);
    if (opened instanceof Error) {
      expectRefusal(opened, `seed ${String(seed)} of ${form.name}`);
      outcomes.refused += 1;
    } else {
      const input = opened as Opened; // it is no error
      await expectAccounts(input, hasRepeats, `seed ${String(seed)} of ${form.name}`);
      outcomes.read += 1;
      outcomes.records += input.counts.records;
      outcomes.rejected += input.counts.rejected;
      outcomes.skipped += input.skipped;
    }
    if (seed === Math.floor(runs / 10)) early = process.memoryUsage().rss;
  }
  const growth = process.memoryUsage().rss - early;
  expect(growth).toBeLessThan(mostGrowth);
  expect(outcomes.refused + outcomes.read).toBe(runs);
  expect(Math.min(outcomes.refused, outcomes.read, outcomes.rejected)).toBeGreaterThan(0);
  if (runs > 1000) {
    const mebibytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
    const memory = { rss: mebibytes(process.memoryUsage().rss), growth: mebibytes(growth) };
    process.stderr.write(`${kind}: ${JSON.stringify({ ...outcomes, ...memory })}\n`);
  }
}

/** One of the files with its damage, now and then packed. An exact repeat is no record of its own, so it is told. */
function damaged(
  { files }: Form<unknown>,
  random: () => number,
): { files: FormFile[]; hasRepeats: boolean } {
  const victim = Math.floor(random() * files.length);
  let hasRepeats = false;
  const written = files.map(({ name, content }, at) => {
    const bytes = at === victim ? mutate(content, random) : content;
    const lines = bytes
      .toString()
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    hasRepeats ||= new Set(lines).size < lines.length;
    return { name, content: random() < 0.1 ? gzipSync(bytes) : bytes };
  });
  return { files: written, hasRepeats };
}

/** An error for the user: one line, and nothing of the program in it. */
function expectRefusal(error: Error, which: string): void {
  if (!(error instanceof SourceError)) throw new Error(which, { cause: error });
  expect(error.message, which).not.toMatch(/\n|node:|\bat .+:\d+:\d+|undefined|\[object/);
}

async function expectAccounts(input: Opened, hasRepeats: boolean, which: string): Promise<void> {
  const { counts, found, skipped } = input;
  const records = await allOf(input.records());
  const rejected = records.filter(({ value }) => value === undefined);
  expect(
    {
      records: records.length,
      found: records.length + skipped,
      rejected: rejected.length,
      withoutReason: rejected.filter(({ faults }) => faults.length === 0).length,
      withReason: records.filter(({ faults }) => faults.length > 0).length,
    },
    which,
  ).toEqual({
    records: counts.records,
    found,
    rejected: counts.rejected,
    withoutReason: 0,
    withReason: counts.rejected,
  });
  let rows = 0;
  for (const record of records) {
    const original = await input.original(record);
    rows += original.kind === 'table' ? original.rows.length : (original.lines?.length ?? 1);
  }
  if (skipped > 0 || input.hasVersions) expect(rows, `rows of ${which}`).toBeLessThan(counts.rows);
  else if (hasRepeats) expect(rows, `rows of ${which}`).toBeLessThanOrEqual(counts.rows);
  else expect(rows, `rows of ${which}`).toBe(counts.rows);
  await input.close();
}
