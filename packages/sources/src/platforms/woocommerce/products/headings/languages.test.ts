import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../../../open/open-text.ts';
import { canonical } from '../../../../table/columns.ts';
import { columns } from '../columns.ts';
import { header, woocommerceSample } from '../fixtures/sample.ts';
import { languages } from './languages.ts';
import type { Translation } from './translation.ts';

const { options } = woocommerceSample;
const rows = 'rows' in woocommerceSample ? woocommerceSample.rows : [];

const csv = (names: readonly string[]) =>
  [names, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');

const english = new Map(
  Object.entries(columns.fields).flatMap(([field, headings]) =>
    headings.slice(0, 1).map((heading): [string, string] => [canonical(heading), field]),
  ),
);

/** The header of the sample in another language; the older names of columns come later in each list. */
function translated({ fields, attribute }: Translation, age: number): string[] {
  const own: Record<string, readonly string[]> = { ...fields };
  for (const number of [1, 2]) {
    const numbered = (heading: string) => heading.replace('#', String(number));
    own[`attribute${String(number)}Name`] = attribute.name.map(numbered);
    own[`attribute${String(number)}Value`] = attribute.value.map(numbered);
  }
  return header.map((name) => {
    const headings = own[english.get(canonical(name)) ?? ''];
    return headings === undefined ? name : (headings[age] ?? headings[0] ?? name);
  });
}

const tables = Object.entries(languages).flatMap(([language, translation]) =>
  [0, 1, 2].map((age) => [language, age, translated(translation, age)] as const),
);

describe('headings of WooCommerce', () => {
  it.each(tables)('in %s (%i) give the records of the English ones', async (_, __, names) => {
    expect(names).not.toContain('Regular price');
    expect(await recordsOf(csv(names), options)).toEqual(await recordsOf(csv(header), options));
  });

  it.each(Object.entries(languages))(
    'in %s are known without being read',
    async (_, { ignored }) => {
      const plain = ignored.filter((one) => typeof one === 'string');
      const empty = plain.map(() => '');
      const text = [
        [...header, ...plain].map((name) => `"${name.replaceAll('"', '""')}"`).join(','),
        ...rows.map((row) => [...row, ...empty].map((cell) => `"${cell}"`).join(',')),
      ].join('\n');
      const catalog = await openText(text, options);
      expect(catalog.warnings.join(' ')).not.toContain('Unknown');
      await catalog.close();
    },
  );

  it('are named in a warning where they are not known', async () => {
    const names = header.map((name) => (name === 'Sale price' ? 'Kampanjpris' : name));
    const catalog = await openText(csv(names), options);
    expect(catalog.warnings).toContain('Unknown column ignored: Kampanjpris.');
    await catalog.close();
  });

  it('mean one field in every language', () => {
    const meanings = new Map<string, string>();
    const ignored = columns.ignored.filter((one) => typeof one === 'string');
    const all = [...Object.entries(columns.fields), ['nothing', ignored] as const];
    for (const [field, headings] of all) {
      for (const heading of headings.map(canonical)) {
        expect([heading, meanings.get(heading) ?? field]).toEqual([heading, field]);
        meanings.set(heading, field);
      }
    }
  });
});
