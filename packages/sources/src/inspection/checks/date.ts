import { cellCheck } from './check.ts';

const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const dates = new RegExp(
  `^(\\d{1,2}-(${month})(-\\d{2,4})?|(${month})-\\d{2}|\\d{4}-\\d\\d-\\d\\d( 00:00(:00)?)?|\\d{1,2}/\\d{1,2}/\\d{4})$`,
  'i',
);

/** `Mar-04` and `2024-03-04` where a code such as `3-4` was. */
export const date = cellCheck('date', (cell, { role }) =>
  role === 'code' && dates.test(cell)
    ? { problem: 'is a date: a spreadsheet took the code for one' }
    : undefined,
);
