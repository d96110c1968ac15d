import type { Decisions, TotalsChoice } from '../../job/decisions.ts';
import type { Orders } from 'sequenzy-sources';
import { UserError } from '../../report/user-error.ts';
import { joined, option, say } from 'sequenzy-contract';

/** What each choice means, in the words a terminal shows and an error explains. */
export const totalsChoices: Readonly<Record<TotalsChoice, string>> = {
  computed: 'the files hold every order ever placed: totals are added up from them',
  columns: 'the files carry the platform’s own totals (the default where they do)',
  none: 'orders are sent without totals, and Sequenzy adds up what it is sent',
};

/**
 * Totals override what Sequenzy has added up, so that those of a part of the history would be damage: the choice is
 * the user's, unless the files carry the platform's own.
 *
 * @param ask Undefined: nobody can be asked.
 * @throws {UserError} when nobody has chosen, or the files lack what was chosen.
 */
export async function chosenTotals(
  named: TotalsChoice | undefined,
  { hasTotals }: Pick<Orders, 'hasTotals'>,
  ask: Decisions['chooseTotals'],
): Promise<TotalsChoice> {
  const choice = named ?? (hasTotals ? 'columns' : await ask?.());
  if (choice === undefined) throw notChosen();
  if (choice === 'columns' && !hasTotals) {
    throw new UserError(
      'no-totals',
      'the files carry no lifetime totals',
      say`Use ${option('totals', 'computed')}, ${option('totals', 'none')} or ${option('totalsFrom', 'customers.csv')}.`,
      { place: { option: option('totals', 'columns') } },
    );
  }
  return choice;
}

function notChosen(): UserError {
  const choices = Object.entries(totalsChoices).map(
    ([name, meaning]) => say`\n  ${option('totals', name.padEnd(9))} ${meaning}`,
  );
  return new UserError(
    'totals',
    'Lifetime totals override what Sequenzy has added up, so you must say where they come from',
    say`Nothing was sent. Pass one of:${joined(choices)}\n  ${option('totalsFrom', '<customers.csv>')}  a customer export with lifetime totals, for a part of the history`,
  );
}
