import {
  defineOrderSource,
  type MappedOrder,
  type OrderSettings,
  type OrderSource,
} from '../../../kinds/orders/source.ts';
import { Application, type Applied, type Targets } from '../../../mapping/apply/apply.ts';
import { DocumentApplication } from '../../../mapping/apply/documents.ts';
import { lineForms } from '../../../mapping/apply/lines.ts';
import { refuseUnknownFields } from '../../../mapping/apply/refuse-unknown-fields.ts';
import type { Target } from '../../../mapping/apply/slot.ts';
import { columnsOfMapping } from '../../../mapping/language/fields.ts';
import type { Mapping } from '../../../mapping/language/mapping.ts';
import { homeMadeName } from '../../../reading/home-made.ts';
import type { Layout } from '../../../table/header.ts';
import { canonical } from '../../../table/columns.ts';
import type { Row } from '../../../table/row.ts';
import { customerFields, itemFields, orderFields, rowFields, totalsFields } from './columns.ts';
import { mapRows } from './map.ts';
import { unreadIn } from './unread.ts';

const names: readonly string[] = [
  ...orderFields,
  ...customerFields,
  ...totalsFields,
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
export function mappedOrders(mapping: Mapping): OrderSource {
  refuseUnknownFields(mapping, targets, 'order');
  const columns = columnsOfMapping(mapping);
  const skipped = new Set(mapping.skip);
  const applications = new WeakMap<Layout, Application<Row>>();
  const over = ({ layout }: Row): Application<Row> => {
    const made = applications.get(layout) ?? overLayout(mapping, layout);
    applications.set(layout, made);
    return made;
  };
  const files = new Map<string, DocumentApplication>();
  const inFile = (file: string): DocumentApplication => {
    const made = files.get(file) ?? overDocuments(mapping, file);
    files.set(file, made);
    return made;
  };
  // A key that is read in part, such as that of the lines, is known.
  const keys = columns.map((path) => path.split(/[.[]/)[0] ?? path);
  const known = {
    order: new Map(keys.map((key) => [canonical(key), key])),
    customer: new Map<string, string>(),
    item: new Map<string, string>(),
  };
  const applied = (row: Row): Applied =>
    skipped.has(row.line)
      ? { rows: [], faults: [], isLeftOut: true }
      : over(row).apply(row, row.line);
  return defineOrderSource<string>({
    name: homeMadeName,
    label: 'home-made order file',
    isGeneral: true,
    marksPending: false,
    marksTests: true,
    needsCatalog: true,
    table: {
      columns: {
        fields: Object.fromEntries(columns.map((column) => [column, [column]])),
        required: columns,
        anyOf: [],
        ignored: [],
      },
      trailingCellsMayBeCut: false,
      keyOf: (row) => over(row).keyOf(row) || undefined,
      map: (rows, settings) =>
        mapApplied(rows.map(applied), over(rows[0]).keyOf(rows[0]), settings),
    },
    documents: {
      required: [],
      fields: [...new Set(keys)],
      envelopes: mapping.documents === undefined ? [] : [mapping.documents],
      map: (documents, settings) => {
        const [{ value: first, file }] = documents;
        const application = inFile(file);
        const parts = documents.map(({ value, line }) => application.apply(value, line));
        return {
          ...mapApplied(parts, application.keyOf(first), settings),
          unread: documents.flatMap((document) => unreadIn(document, known, undefined)),
        };
      },
    },
  });
}

function mapApplied(parts: readonly Applied[], key: string, settings: OrderSettings): MappedOrder {
  const kept = parts.filter(({ isLeftOut }) => !isLeftOut);
  const [first, ...others] = kept.flatMap(({ rows }) => rows);
  if (first === undefined) return leftOut(key);
  const mapped = mapRows([first, ...others], settings);
  return { ...mapped, faults: [...kept.flatMap(({ faults }) => faults), ...mapped.faults] };
}

function overDocuments(mapping: Mapping, file: string): DocumentApplication {
  return new DocumentApplication(mapping, {
    targets,
    key: 'orderId',
    place: { file, repeatedAt: [] },
    formsOf: (slots, _, columns) => lineForms(mapping.items, slots, columns),
  });
}

function leftOut(key: string): MappedOrder {
  const id = key === '' ? undefined : key;
  return { key: id, order: {}, faults: [], items: 0, skip: 'excluded by mapping' };
}

function overLayout(mapping: Mapping, layout: Layout): Application<Row> {
  const cells = (name: string) =>
    layout.at[name] === undefined ? undefined : (row: Row) => row.get(name);
  return new Application<Row>(mapping, cells, {
    targets,
    key: 'orderId',
    place: layout,
    formsOf: (slots, _, columns) => lineForms(mapping.items, slots, columns),
  });
}
