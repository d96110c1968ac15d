import { longForm } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openText, openOrdersText } from '../open-text.ts';
import { allOf } from '../../conformance/suite.ts';
import { orderSamples } from './orders.ts';
import { productSamples } from './products.ts';

/** Every value in every place, and larger ones. */
const isThorough = longForm;

const deepHtml = '<div>'.repeat(20_000) + 'deep' + '</div>'.repeat(20_000);
const large = 'x&amp;<b>'.repeat(isThorough ? 600_000 : 12_000);

const cells: readonly string[] = [
  deepHtml,
  large,
  '9'.repeat(400),
  '1e400',
  '-1',
  '__proto__',
  'constructor',
  '[['.repeat(5000),
  '{"a":'.repeat(5000),
  '2024-99-99T99:99:99',
  '%E0%A4%A',
  '\ud83d',
  '=1+1',
  '"'.repeat(999),
];

/** As JSON writes them: some are values that no program would write. */
const members: readonly string[] = [
  ...cells.map((cell) => JSON.stringify(cell)),
  `${'['.repeat(6000)}${']'.repeat(6000)}`,
  `${'['.repeat(1500)}${']'.repeat(1500)}`,
  `${'{"a":'.repeat(6000)}1${'}'.repeat(6000)}`,
  '1e400',
  '-1e-400',
  '99999999999999999999999',
  '1.7976931348623157e308',
  '"\\ud800"',
  '"\\u0000"',
  '{"__proto__":{"toString":1},"constructor":null}',
  '[null,[],{},"",0,false]',
  '{"toString":1,"valueOf":1,"length":-1,"edges":[{"node":null}],"nodes":[1]}',
  'null',
  'true',
];

interface Opened {
  records(): AsyncIterable<{ readonly faults: readonly { readonly message: string }[] }>;
  close(): Promise<void>;
}

interface Sample<Options> {
  readonly header?: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly documents?: readonly object[];
  readonly options: Options;
}

describe.each([
  ...kindOf('product', productSamples, openText),
  ...kindOf('order', orderSamples, openOrdersText),
])('%s', (_, texts, open) => {
  it('rejects a record with hostile values and reads the others', async () => {
    for (const text of texts) {
      const input = await open(text);
      const records = await allOf(input.records());
      await input.close();
      expect(records.some(({ faults }) => faults.length === 0)).toBe(true);
      for (const { message } of records.flatMap(({ faults }) => faults)) {
        expect(message.length).toBeLessThan(2000);
        expect(message).not.toMatch(/Maximum call stack|is not a function|of undefined|\[object/);
      }
    }
  }, 120_000);
});

type Case = [name: string, texts: Iterable<string>, open: (text: string) => Promise<Opened>];

function kindOf<Options>(
  kind: string,
  samples: Readonly<Record<string, Sample<Options>>>,
  open: (text: string, options: Options) => Promise<Opened>,
): Case[] {
  return Object.entries(samples).map(([platform, sample]) => [
    `a ${platform} ${kind}`,
    'rows' in sample ? tables(sample) : jsons(sample),
    (text) => open(text, sample.options),
  ]);
}

function* tables({ header = [], rows = [] }: Sample<unknown>): Generator<string> {
  const last = rows.at(-1) ?? [];
  const textOf = (hostile: readonly string[]): string =>
    [header, ...rows.slice(0, -1), hostile].map((row) => `${row.map(quoted).join(',')}\n`).join('');
  for (const [number, cell] of cells.entries()) {
    if (isThorough || cell.length < 10_000) yield textOf(last.map(() => cell));
    for (const at of header.keys()) {
      const isNext = (at + number) % cells.length === 0;
      if (isThorough || isNext) yield textOf(last.toSpliced(at, 1, cell));
    }
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function* jsons({ documents = [] }: Sample<unknown>): Generator<string> {
  const others = documents.map((document) => JSON.stringify(document));
  const last = others.pop() ?? '{}';
  const variants = [...marked(JSON.parse(last) as unknown)];
  for (const [number, member] of members.entries()) {
    for (const [at, variant] of variants.entries()) {
      if (!isThorough && (at + number) % members.length !== 0) continue;
      const text = JSON.stringify(variant).replace(JSON.stringify('\u0001'), () => member);
      yield [...others, text].map((line) => `${line}\n`).join('');
    }
  }
}

/** Copies of a value, each with a mark in another place. */
function* marked(value: unknown): Generator {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const withInner = (one: unknown): unknown =>
      Array.isArray(value)
        ? value.map((old: unknown, at) => (String(at) === key ? one : old))
        : { ...value, [key]: one };
    yield withInner('\u0001');
    for (const one of marked(inner)) yield withInner(one);
  }
}
