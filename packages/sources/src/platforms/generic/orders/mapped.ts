import {
  defineOrderSource,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from '../../../kinds/orders/source.ts';
import type { Applied, Targets } from '../../../mapping/apply/apply.ts';
import { lineForms } from '../../../mapping/apply/lines.ts';
import { MappedInput } from '../../../mapping/apply/mapped-input.ts';
import { refuseUnknownFields } from '../../../mapping/apply/refuse-unknown-fields.ts';
import type { Target } from '../../../mapping/apply/slot.ts';
import { withListsAsFields } from '../../../mapping/language/lists.ts';
import type { Mapping } from '../../../mapping/language/mapping.ts';
import { byPosition } from '../../../mapping/language/by-position.ts';
import { homeMadeName } from '../../../reading/home-made.ts';
import { canonical } from '../../../table/columns.ts';
import type { Row } from '../../../table/row.ts';
import {
  customerFields,
  itemFields,
  listFields,
  orderFields,
  rowFields,
  totalsFields,
} from './columns.ts';
import { mapRows } from './map.ts';
import { withSummedTotal } from './summed-total.ts';
import { unreadIn } from './unread.ts';

const names: readonly string[] = [
  ...orderFields,
  ...customerFields,
  ...totalsFields,
  ...listFields,
  ...itemFields,
];

const kinds: Readonly<Record<string, Target>> = {
  total: 'money',
  refundAmount: 'money',
  itemPrice: 'money',
  customerTotalSpent: 'money',
  test: 'yesNo',
  itemQuantity: 'quantity',
  customerOrdersCount: 'quantity',
};

const families = rowFields.families ?? [];

const targets: Targets = {
  names,
  families,
  of: (field) =>
    names.includes(field) || families.some((family) => field.startsWith(family))
      ? (kinds[field] ?? 'text')
      : undefined,
};

/** The reader of the API's own order files behind a mapping, for files with columns of their own. */
export function mappedOrders(given: Mapping): OrderSource {
  const mapping = byPosition(withListsAsFields(given));
  refuseUnknownFields(mapping, targets, 'order');
  const input = new MappedInput(mapping, {
    targets,
    key: 'orderId',
    formsOf: (own, _, names) => lineForms(mapping.items, own, names),
  });
  const total = mapping.totals === 'lines' ? withSummedTotal : unchanged;
  // A key that is read in part, such as that of the lines, is known.
  const known = {
    order: new Map(input.keys.map((key) => [canonical(key), key])),
    customer: new Map<string, string>(),
    item: new Map<string, string>(),
  };
  return defineOrderSource<string>({
    name: homeMadeName,
    label: 'home-made order file',
    isGeneral: true,
    marksPending: false,
    marksTests: true,
    needsCatalog: true,
    table: {
      columns: input.columns,
      trailingCellsMayBeCut: false,
      keyOf: (row) => input.keyOf(row) || undefined,
      map: (rows, settings) =>
        mapApplied(
          rows.map((row) => input.apply(row)),
          input.keyOf(rows[0]),
          settings,
          total,
        ),
    },
    documents: {
      required: [],
      fields: input.keys,
      envelopes: input.envelopes,
      map: (documents, settings) => {
        const [{ value: first, file }] = documents;
        const application = input.inFile(file);
        const parts = documents.map(({ value, line }) => application.apply(value, line));
        return {
          ...mapApplied(parts, application.keyOf(first), settings, total),
          unread: documents.flatMap((document) => unreadIn(document, known, undefined)),
        };
      },
    },
  });
}

function mapApplied(
  parts: readonly Applied[],
  key: string,
  settings: OrderSettings,
  complete: (mapped: MappedOrder, row: Row) => MappedOrder,
): MappedOrder {
  const kept = parts.filter(({ isLeftOut }) => !isLeftOut);
  const [first, ...others] = kept.flatMap(({ rows }) => rows);
  if (first === undefined) return leftOut(key);
  const mapped = complete(mapRows([first, ...others], settings), first);
  return { ...mapped, faults: [...kept.flatMap(({ faults }) => faults), ...mapped.faults] };
}

function leftOut(key: string): MappedOrder {
  const id = key === '' ? undefined : key;
  return { key: id, order: {}, faults: [], items: 0, skip: 'excluded by mapping' };
}

function unchanged(mapped: MappedOrder): MappedOrder {
  return mapped;
}
