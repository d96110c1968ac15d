import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SequenzyCommerce } from 'sequenzy-commerce';
import { expect, it } from 'vitest';

it('the README of the SDK has a line for every method of a client', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../packages/sdk/README.md'), 'utf8');
  const client = new SequenzyCommerce({ apiKey: 'seq_live_sandbox' });
  const resources = ['products', 'orders', 'checkouts', 'backInStock', 'subscribers', 'account'];
  const methods = resources.flatMap((name) => {
    const resource: unknown = Reflect.get(client, name);
    const prototype = Object.getPrototypeOf(resource) as object; // each is of a class
    const own = Object.getOwnPropertyNames(prototype).filter((one) => one !== 'constructor');
    return own.map((method) => `${name}.${method}(`);
  });
  expect(methods.length).toBeGreaterThan(10);
  expect(methods.filter((method) => !readme.includes(`| \`${method}`))).toEqual([]);
});
