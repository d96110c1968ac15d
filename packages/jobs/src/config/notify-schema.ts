import * as z from 'zod';
import { count, reference, share, time } from './written.ts';

const topic = z.enum(['failure', 'recovery', 'threshold']);

/** Who is told of a change of state. Addresses are named, since they may be secrets. */
export const notifySchema = z
  .strictObject({
    slack: reference.optional().describe('address of an incoming webhook of Slack or the like'),
    webhook: reference.optional().describe('address that takes the message as JSON'),
    email: reference.optional().describe('address of whoever gets the e-mail'),
    smtp: reference.optional().describe('smtps://user:password@host:465 of the mail server'),
    from: reference.optional().describe('sender of the e-mail; default: its receiver'),
    on: z.array(topic).default(['failure', 'recovery', 'threshold']).describe('what it is told of'),
  })
  .refine(
    ({ slack, webhook, email }) =>
      [slack, webhook, email].filter((one) => one !== undefined).length === 1,
    'Expected one of slack, webhook and email',
  )
  .refine(
    ({ email, smtp, from }) =>
      email === undefined ? (smtp ?? from) === undefined : smtp !== undefined,
    'Expected smtp with email, and only there',
  );

export type NotifySettings = z.output<typeof notifySchema>;

export const thresholdsSchema = z.strictObject({
  rejected: share.optional().describe('share of the records that was rejected: 5%'),
  restocks: count.optional().describe('back-in-stock notifications of one run'),
  fewer: share.optional().describe('share by which fewer records were read than the last time'),
  nothingAccepted: time.optional().describe('time without an accepted record: 3d'),
});
