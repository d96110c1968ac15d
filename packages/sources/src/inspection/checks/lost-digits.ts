import { hasLostDigits } from '../../table/cells.ts';
import { cellCheck } from './check.ts';

/** `4.05E+12` where a number was an id. */
export const lostDigits = cellCheck('lost-digits', (cell, { role }) =>
  role === 'code' && hasLostDigits(cell)
    ? {
        problem:
          'is in scientific notation: a spreadsheet took it for a number, and its digits are gone',
      }
    : undefined,
);
