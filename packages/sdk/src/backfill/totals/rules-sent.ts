import type { Ledger } from '../../ledger/ledger.ts';
import { totalsRules, type TotalsRule } from './totals-rule.ts';

const note = 'totals-rules';

/** Every rule by which totals were computed that this ledger's orders have carried, the latest last. */
export function rulesSent({ notes }: Pick<Ledger, 'notes'>): TotalsRule[] {
  const names = notes?.get(note)?.split(',') ?? [];
  return names.flatMap((name) => totalsRules.filter((rule) => rule === name));
}

/** To be called before the first order is sent with totals by the rule. */
export async function noteRule(ledger: Pick<Ledger, 'notes'>, rule: TotalsRule): Promise<void> {
  const before = rulesSent(ledger);
  if (before.at(-1) === rule) return;
  const rules = [...before.filter((one) => one !== rule), rule];
  await ledger.notes?.set(note, rules.join(','));
}
