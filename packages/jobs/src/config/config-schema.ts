import * as z from 'zod';
import { feedSchema } from './feed-schema.ts';
import { notifySchema, thresholdsSchema } from './notify-schema.ts';
import { currencyCode, seconds, webAddress } from './option-shape.ts';
import { rate, reference, reportPath } from './written.ts';

const name = z
  .string()
  .regex(/^[\w-][\w.-]{0,63}$/, 'Expected a name of letters, digits, hyphens and underscores');

const company = z.strictObject({
  key: reference.optional().describe('where the API key is: env:NAME, file:path or command:…'),
  company: z.string().optional().describe('company a personal key works for'),
  baseUrl: webAddress.optional().describe('origin of the API'),
  rate: rate.optional().describe('requests a minute'),
  timeout: seconds.optional().describe('seconds one attempt may take'),
  currency: currencyCode.optional().describe('of all its feeds that take one'),
  timezone: z.string().optional().describe('of all its feeds that take one'),
  storeUrl: webAddress.optional().describe('of all its feeds that take one'),
  heartbeat: reference.optional().describe('address of a monitor that is pinged for its feeds'),
  report: reportPath.optional().describe('of all its feeds'),
  feeds: z.record(name, feedSchema).describe('what is sent, in this order'),
});

/** `sequenzy.config.yaml` */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  stateDir: z.string().optional().describe('folder that remembers what was sent'),
  expectState: z.boolean().optional().describe('end with 2 where nothing is remembered'),
  notify: z.array(notifySchema).optional().describe('who is told of a change of state'),
  thresholds: thresholdsSchema.optional().describe('from when on somebody is told'),
  heartbeat: reference.optional().describe('address of a monitor that is pinged for every run'),
  report: reportPath.optional().describe('of all feeds: reports/{company}-{feed}-{date}.html'),
  companies: z.record(name, company),
});

export type Config = z.output<typeof configSchema>;
export type Company = z.output<typeof company>;
