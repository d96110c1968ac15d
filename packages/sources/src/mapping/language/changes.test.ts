import { expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import type { Mapping } from './mapping.ts';

const before: Mapping = {
  fields: {
    title: 'Name',
    price: { from: 'Price', decimal: ',' },
    status: { from: 'State', values: { paid: 'placed' } },
  },
};

function after(fields: Mapping['fields'], more: Partial<Mapping> = {}): string[] {
  return changesOf(before, { fields: { ...before.fields, ...fields }, ...more });
}

it('takes what only one of two mappings knows for no change', () => {
  expect(after({})).toEqual([]);
  expect(after({ price: 'Price', currency: { value: 'EUR' } })).toEqual([]);
  expect(after({ status: { from: 'State', values: { paid: 'placed', gone: null } } })).toEqual([]);
});

it('names every field that is read otherwise', () => {
  expect(after({ title: 'Label' })).toEqual(['title was "Name" and would be "Label"']);
  expect(after({ price: { from: 'Price', decimal: '.' } })).toEqual([
    'price was "Price" (decimal ,) and would be "Price" (decimal .)',
  ]);
  expect(after({ status: { from: 'State', values: { paid: 'fulfilled' } } })).toHaveLength(1);
  expect(after({ url: 'Link' })).toEqual(['url was not read and would be "Link"']);
  expect(after({}, { items: { from: 'Lines' } })).toEqual(['items would be read otherwise']);
  expect(after({}, { where: { A: 'b' } })).toEqual(['other records would be left out']);
});
