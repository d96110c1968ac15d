import { option, say, type Words } from 'sequenzy-contract';
import type { Format } from '../../../reading/format.ts';
import { counted } from '../../../text/counted.ts';
import { wordsOf } from './heading-words.ts';
import { headingWords, isOf, type Meaning } from './headings.ts';
import type { UnreadColumn } from './unread-columns.ts';

/** The fields of sources that such a column can be mapped to as it is. */
const fields: Readonly<Record<Meaning, readonly string[]>> = {
  status: ['status', 'financialStatus'],
  state: ['status', 'financialStatus'],
  kind: ['status', 'financialStatus'],
  mark: ['cancelledAt'],
  paid: [],
  refund: ['refundAmount', 'refundedAmount'],
  test: ['test'],
  currency: ['currency'],
};

/** What a field takes, where that is a few words. */
const taken: Readonly<Record<string, string>> = {
  status: ' (it takes placed, cancelled, fulfilled and refunded)',
};

const mostNamed = 10;

/** How to continue with columns that are not read, a complete sentence or several. */
export function wayOn(columns: readonly UnreadColumn[], source: Format): Words {
  const [first, ...others] = columns;
  if (first === undefined) return '';
  const ignore = say`leave it out with ${option('ignoreColumns', `"${first.name}"`)}.`;
  const step = say`${mapping(first, source)}, or ${ignore}`;
  if (others.length === 0) return step;
  const names = others.slice(0, mostNamed).map(({ name }) => `"${name}"`);
  const rest = others.length - names.length;
  const more = rest > 0 ? ` and ${counted(rest, 'more column')}` : '';
  return say`${step} Decide on ${names.join(', ')}${more} as well.`;
}

function mapping({ name, meaning, isInner }: UnreadColumn, { table, documents }: Format): Words {
  if (meaning === 'currency' && isOfRefund(name)) {
    return 'Write the refunds in the currency of their orders';
  }
  const known = [...Object.keys(table?.columns.fields ?? {}), ...(documents?.fields ?? [])];
  const find = (one: Meaning) => fields[one].find((field) => known.includes(field));
  const field = find(meaning);
  if (field !== undefined && !isInner) {
    return say`Map it with ${option('map')} and {"${name}": "${field}"}${taken[field] ?? ''}`;
  }
  const target = field ?? find('status');
  if (target === undefined) return 'Leave such orders out of the input';
  const where = isInner ? 'key' : 'column';
  return `Write its meaning into a ${where} ${target}${taken[target] ?? ''}`;
}

/** A currency of refunds is not that of the order. */
function isOfRefund(name: string): boolean {
  return wordsOf(name).some((word) => isOf(headingWords.refund, word));
}
