import { expect, it } from 'vitest';
import { KeyTable } from './key-table.ts';

it('numbers keys in the order in which they first come, and finds each again', () => {
  const table = new KeyTable();
  const keys = Array.from({ length: 300_000 }, (_, id) => `customer-${id}@shop.example`);
  for (const [row, key] of keys.entries()) if (table.add(key) !== row) throw new Error(key);
  expect(table.size).toBe(keys.length);
  for (const [row, key] of keys.entries()) if (table.find(key) !== row) throw new Error(key);
  expect(table.add('customer-7@shop.example')).toBe(7);
  expect(table.find('nobody@shop.example')).toBeUndefined();
  expect(table.size).toBe(keys.length);
});
