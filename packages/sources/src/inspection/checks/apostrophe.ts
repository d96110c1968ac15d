import { codeWithoutApostrophe, isFormula, withoutApostrophe } from '../../text/apostrophe.ts';
import { cellCheck } from './check.ts';

/** `'0123`: a mark for spreadsheets that has become part of the value. */
export const apostrophe = cellCheck('apostrophe', (cell, { role }) => {
  const repair = role === 'code' ? codeWithoutApostrophe(cell) : withoutApostrophe(cell);
  // Before a formula the mark does its work: a spreadsheet would run the text without it.
  if (repair === cell || isFormula(repair)) return undefined;
  return {
    problem: 'begins with an apostrophe that is meant for spreadsheets',
    repair,
    isCertain: true,
  };
});
