import { expect, it } from 'vitest';
import type { Feed } from '../config/feed-schema.ts';
import { reportPathsOf } from './report-paths.ts';

const entry = (name: string, report?: string) => ({
  name,
  feed: { command: 'catalog sync', ...(report !== undefined && { report }) } as Feed,
});
const now = new Date(2026, 2, 1, 4, 5, 6).getTime();

it('fills in company, feed, date and time of this machine, below the folder of the config', () => {
  const template = 'out/{company}-{feed}-{date}-{time}.html';
  const paths = reportPathsOf([entry('acme/products', template), entry('acme/stock')], '/c', now);
  expect([...paths]).toEqual([['acme/products', '/c/out/acme-products-2026-03-01-04-05-06.html']]);
});

it('refuses two reports in one file', () => {
  const both = [entry('acme/products', '{company}.html'), entry('acme/orders', '{company}.html')];
  expect(() => reportPathsOf(both, '/c', now)).toThrow(
    'The reports of acme/products and acme/orders would be one file: /c/acme.html',
  );
});
