import type { ListName } from '../data/dashboard.ts';

export type SectionName = ListName | 'sequences';

interface Section {
  readonly name: SectionName;
  readonly label: string;
  readonly search: string;
  /** What is told where there is nothing. */
  readonly empty: string;
  readonly hint: string;
}

export const sections: readonly Section[] = [
  {
    name: 'products',
    label: 'Products',
    search: 'Search title, id or SKU',
    empty: 'No products yet',
    hint: 'sequenzy-cli catalog sync products.csv',
  },
  {
    name: 'customers',
    label: 'Customers',
    search: 'Search e-mail or name',
    empty: 'No customers yet',
    hint: 'sequenzy-cli orders backfill orders.csv --totals computed',
  },
  {
    name: 'events',
    label: 'Events',
    search: 'Search event, e-mail or order',
    empty: 'No events yet',
    hint: 'Orders, checkouts and restocks fire them.',
  },
  {
    name: 'waiting',
    label: 'Waiting lists',
    search: 'Search product or e-mail',
    empty: 'Nobody waits for a product',
    hint: 'sequenzy-cli back-in-stock register request.json',
  },
  {
    name: 'sequences',
    label: 'Sequences',
    search: '',
    empty: 'No sequences',
    hint: 'A sandbox has those that a program or a saved state has put into it.',
  },
  {
    name: 'enrollments',
    label: 'Enrolments',
    search: 'Search sequence or e-mail',
    empty: 'Nobody has entered a sequence',
    hint: 'Each would be an e-mail of a real account.',
  },
  {
    name: 'requests',
    label: 'Requests',
    search: 'Search path, status or fault',
    empty: 'No requests yet',
    hint: 'Point a command at this sandbox with the lines that it has printed.',
  },
];

/** The section that the address names; the first where it names none. */
export function sectionOf(hash: string): Section {
  const [first] = sections;
  const found = sections.find(({ name }) => `#${name}` === hash) ?? first;
  if (found === undefined) throw new Error('There are no sections');
  return found;
}
