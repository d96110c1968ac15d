import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { toJSONSchema } from 'zod/v4/core';
import { checkMapping } from './check.ts';
import { mappingSchema } from './mapping.ts';
import { conditionOf, readerOf } from './rule.ts';
import { templateOf } from './template.ts';

type Cells = Readonly<Record<string, string>>;

const over = (name: string) =>
  name === 'A' || name === 'B' ? (row: Cells) => row[name] ?? '' : undefined;
const word = fc.string({ maxLength: 12 }).map((text) => text.trim());

describe('the mapping language', () => {
  it('is published as a JSON Schema that says the same', async () => {
    const schema = {
      title: 'Mapping of sequenzy-cli',
      ...toJSONSchema(mappingSchema, { io: 'input' }),
    };
    const file = new URL('../../../mapping.schema.json', import.meta.url);
    const expected = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  it.each([
    [{}, 'fields: is required'],
    [{ fields: { title: 0 } }, 'fields.title: '],
    [{ fields: {}, colour: 1 }, '"colour" is not part of a mapping'],
    [[], 'expected an object'],
  ])('refuses %j', (value, problem) => {
    expect(checkMapping(value)).toMatchObject({ ok: false });
    expect(checkMapping(value)).toHaveProperty('problem', expect.stringContaining(problem));
  });

  it('reads any cell as it is, and the first that is filled', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const row = { A: a, B: b };
        expect(readerOf('A', over).read(row)).toEqual({ is: 'text', text: a });
        expect(readerOf({ from: ['A', 'B'] }, over).read(row)).toEqual({
          is: 'text',
          text: a || b,
        });
      }),
    );
  });

  it('gives every listed value what stands for it, and refuses every other one', () => {
    fc.assert(
      fc.property(fc.dictionary(word, fc.option(word, { nil: null })), word, (values, cell) => {
        const outcome = readerOf({ from: 'A', values }, over).read({ A: cell });
        const folded = Object.keys(values).some((key) => key.toLowerCase() === cell.toLowerCase());
        if (cell in values && Object.hasOwn(values, cell)) {
          const value = values[cell] ?? null;
          expect(outcome).toEqual(
            value === null ? { is: 'left-out' } : { is: 'text', text: value },
          );
        } else if (cell !== '' && !folded) expect(outcome.is).toBe('fault');
      }),
    );
  });

  it('fills a template in place, and leaves it empty where a cell is', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const filled = templateOf('x/{A}-{B}/y')?.fill([a, b]);
        expect(filled).toBe(a === '' || b === '' ? '' : `x/${a}-${b}/y`);
      }),
    );
  });

  it('reads a record exactly where its opposite condition does not', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), word, (wanted, cell) => {
        const row = { A: cell };
        const is = conditionOf({ A: wanted }, over)(row);
        expect(conditionOf({ A: { not: wanted } }, over)(row)).toBe(!is);
      }),
    );
  });
});
