import { liveSources, type LiveKind, type LiveOption } from 'sequenzy-sources/live';
import * as z from 'zod';
import { fetching, orderReading, productReading } from '../input/reading-options.ts';
import { shapeOf, texts } from './option-shape.ts';
import { clockTime, count, maxDelete, reference, several, since } from './written.ts';
import { reportPath, statuses, time, window } from './written.ts';

/** What every feed can say. */
const anyFeed = {
  files: texts
    .optional()
    .describe('files, relative to this one; * in a name stands for any characters'),
  ...shapeOf(fetching),
  concurrency: several.optional().describe('requests in flight at once'),
  rejects: z.string().optional().describe('where rejected records go'),
  yes: z.boolean().optional().describe('answer every question with yes'),
  report: reportPath.optional().describe('HTML file that tells of each run'),
};

const live = {
  secrets: z
    .record(z.string(), reference)
    .optional()
    .describe('environment variables of the source: { DATABASE_URL: env:SHOP_DATABASE }'),
};

/** Options of live sources, whose names no type knows. */
function liveShape(kind: LiveKind): object {
  const options = liveSources
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((source) => source.options)
    .filter(({ kinds }) => kinds?.includes(kind) ?? true);
  const shape = options.map(({ name, form }): [string, z.ZodType] => [
    camelCase(name),
    formOf(form).optional(),
  ]);
  return Object.fromEntries(shape);
}

function formOf(form: LiveOption['form']) {
  return form === 'texts' ? texts : z.string();
}

/** `max-hold` is `maxHold`. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const products = shapeOf(productReading);

const catalogSync = z.strictObject({
  command: z.literal('catalog sync'),
  ...anyFeed,
  ...products,
  ...live,
  ...liveShape('products'),
  feed: z.string().optional().describe('feed of these files, where several make up one catalog'),
  prune: z.boolean().optional().describe('delete what is gone from this feed'),
  full: z.boolean().optional().describe('send unchanged products too'),
  maxDelete: maxDelete
    .optional()
    .describe('how many products of a feed prune may delete; default 10%'),
  maxRestocks: count.optional().describe('stop when more than this come back in stock'),
  minProducts: count.optional().describe('stop when the input has fewer products'),
  isolationBudget: count.optional().describe('requests to spend on finding bad records'),
});

const catalogStock = z.strictObject({
  command: z.literal('catalog stock'),
  ...anyFeed,
  map: products.map,
  sheet: products.sheet,
  maxRestocks: count.optional().describe('stop when more than this come back in stock'),
});

const ordersBackfill = z.strictObject({
  command: z.literal('orders backfill'),
  ...anyFeed,
  ...shapeOf(orderReading),
  ...live,
  ...liveShape('orders'),
  catalog: z.string().optional().describe('products, where orders name them by SKU or title only'),
  totals: z.enum(['computed', 'columns', 'none']).optional(),
  totalsFrom: z.string().optional().describe('a customer export with lifetime totals'),
  totalsRule: z.enum(['shopify', 'woocommerce', 'net']).optional(),
  rates: z.string().optional().describe('a JSON file of rates that converts computed totals'),
  baseCurrency: z.string().optional().describe('the currency rates are in'),
  partialHistory: z.boolean().optional(),
  ltvFirst: z.boolean().optional(),
  asEvents: z.boolean().optional().describe('experimental: store history as events'),
  mark: z.boolean().optional().describe('false leaves out properties.backfill'),
  since: since.optional().describe('send only orders from then on: 2024-05-31, or 3d before now'),
  until: since.optional().describe('send only orders before then'),
  status: statuses.optional(),
  lifecycle: z.enum(['final', 'full']).optional(),
  resend: z.enum(['changed']).optional(),
  relay: z
    .enum(['embedded', 'redis'])
    .optional()
    .describe('where the relay beside it keeps what it has sent'),
  redisUrlFile: z.string().optional().describe('file with the address of Redis; default REDIS_URL'),
  full: z.boolean().optional(),
  holdAutomations: z.boolean().optional(),
  maxHold: time.optional(),
  resumeAfter: time.optional(),
  window: window.optional().describe('send only in these hours, wait in between'),
  maxRequests: several.optional().describe('stop after this many requests'),
  untilTime: clockTime.optional().describe('stop at this time of the day'),
});

/** One feed by its command, with the options that the command has on the command line. */
export const feedSchemas = {
  'catalog sync': catalogSync,
  'catalog stock': catalogStock,
  'orders backfill': ordersBackfill,
} as const;

export type FeedCommand = keyof typeof feedSchemas;

export const feedSchema = z.discriminatedUnion('command', [
  catalogSync,
  catalogStock,
  ordersBackfill,
]);

export type Feed = z.output<typeof feedSchema>;
