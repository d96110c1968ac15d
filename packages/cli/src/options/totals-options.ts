import type { TotalsSettings } from 'sequenzy-jobs/orders/totals/totals-settings.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { FlagsOf, OptionTable } from './option.ts';

/** Where lifetime totals come from. */
export const totalsOptions = {
  totals: {
    form: ['computed', 'columns', 'none'],
    value: '<choice>',
    description: 'where lifetime totals come from',
    group: 'sent',
    conflicts: ['totalsFrom'],
  },
  totalsFrom: {
    form: 'text',
    value: '<file>',
    description: 'a customer export with lifetime totals',
    group: 'sent',
  },
  totalsRule: {
    form: ['shopify', 'woocommerce', 'net'],
    value: '<rule>',
    description: 'how computed totals are added up',
    default: 'as the platform of the file does, else net',
    group: 'sent',
    isRare: true,
  },
  rates: {
    form: 'text',
    value: '<rates.json>',
    description: 'converts computed totals: {"EUR": "1.08"}',
    group: 'sent',
    isRare: true,
  },
  baseCurrency: {
    form: 'currency',
    value: '<code>',
    description: 'the currency --rates are in',
    group: 'sent',
    isRare: true,
  },
} as const satisfies OptionTable;

/** @throws {UserError} when rates are given without their currency, or the other way round. */
export function totalsOf({
  totals,
  totalsFrom,
  totalsRule,
  rates: file,
  baseCurrency: base,
}: FlagsOf<typeof totalsOptions>): Pick<
  TotalsSettings,
  'totals' | 'totalsFrom' | 'totalsRule' | 'rates'
> {
  const both = file !== undefined && base !== undefined ? { file, base } : undefined;
  if (both !== undefined || file === base) return { totals, totalsFrom, totalsRule, rates: both };
  const [given, missing] =
    file === undefined ? ['--base-currency', '--rates'] : ['--rates', '--base-currency'];
  throw new UserError('usage', `${given} needs ${missing}`);
}
