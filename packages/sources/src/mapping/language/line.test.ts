import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, linesIn } from './line.ts';

function read(cell: string, split?: string): (readonly [string, string])[] {
  return linesIn(cell, split).map((text) => {
    const { title, quantity } = lineOf(text);
    return [title, quantity];
  });
}

describe('the lines of an order in a cell', () => {
  it.each<[string, [string, string][]]>([
    ['Tee', [['Tee', '1']]],
    ['Tee x2', [['Tee', '2']]],
    [
      'Tee × 2; Cap x 1',
      [
        ['Tee', '2'],
        ['Cap', '1'],
      ],
    ],
    [
      '2 x Tee, 1x Cap',
      [
        ['Tee', '2'],
        ['Cap', '1'],
      ],
    ],
    [
      'Tee (2)|Cap (x3)',
      [
        ['Tee', '2'],
        ['Cap', '3'],
      ],
    ],
    ['Oak, white', [['Oak, white', '1']]],
    ['Mixer 2x4', [['Mixer 2x4', '1']]],
    ['iPhone 12', [['iPhone 12', '1']]],
    ['name:Tee|sku:T-1|quantity:2|total:20.00', [['Tee', '2']]],
    ['Product ID: 77, Product Qty: 2, Product SKU: TEE, Product Name: Tee', [['Tee', '2']]],
    ['', []],
  ])('%j', (cell, lines) => {
    expect(read(cell)).toEqual(lines);
  });

  it('are read with their title and number, whatever these are', () => {
    const title = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{2,8})?$/);
    const line = fc.tuple(title, fc.integer({ min: 1, max: 999 }));
    const form = fc.constantFrom('t x n', 't xn', 'n x t', 'nx t', 't (n)', 't × n');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        form,
        fc.constantFrom('; ', ', ', '|', '\n'),
        (lines, shape, sign) => {
          const cell = lines
            .map(([name, n]) => shape.replace('n', String(n)).replace('t', name))
            .join(sign);
          expect(read(cell)).toEqual(lines.map(([name, n]) => [name, String(n)]));
        },
      ),
    );
  });
});
