import { expect, it } from 'vitest';
import { repairLine } from './diff-view.ts';

const records = {
  read: 0,
  accepted: 1,
  unchanged: 0,
  rejected: 0,
  unknown: 0,
  notAttempted: 0,
  deleted: 0,
};
const requests = { sent: 1, retried: 0, rateLimited: 0 };

it('says of a repair what was sent, one request as one and large figures in groups', () => {
  expect(repairLine({ records, requests })).toBe('1 accepted, 0 rejected in 1 request');
  const some = { ...records, accepted: 1200, notAttempted: 1300 };
  expect(repairLine({ records: some, requests: { ...requests, sent: 12 } })).toBe(
    '1,200 accepted, 0 rejected, 1,300 not attempted in 12 requests',
  );
});
