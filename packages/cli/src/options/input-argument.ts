import { fromLive } from './live-options.ts';
import type { Mode } from 'sequenzy-jobs/report/summarize.ts';
import type { GlobalFlags } from './global-options.ts';

/** What an argument that names an input can be. */
export const inputs =
  'CSV, TSV, JSON, NDJSON, .xlsx or .ods, also gzipped, a path or https://…; - is standard input';

const short = 'CSV, TSV, JSON, NDJSON, .xlsx or .ods: a path, https://… or -';
const files = { name: 'file', short, isOptional: true, isList: true } as const;

export const productFiles = {
  ...files,
  description: `${inputs}; none with ${fromLive('products')}`,
};

export const orderFiles = { ...files, description: `${inputs}; none with ${fromLive('orders')}` };

/** Where nothing is sent, every reject is part of the document. */
export function mostListed(mode: Mode, { json }: GlobalFlags): number {
  return mode !== 'sync' && json === true ? Infinity : mostOnScreen;
}

/** Findings of a kind that a report lists. The others are only counted: a million would not fit into a document. */
export function mostFound({ json }: GlobalFlags): number {
  return json === true ? 1000 : mostOnScreen;
}

const mostOnScreen = 20;
