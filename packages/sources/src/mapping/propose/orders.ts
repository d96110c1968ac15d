import { option, say } from 'sequenzy-contract';
import type { Column } from '../evidence/column.ts';
import { orderDictionary, type OrderRole } from '../headings/orders/dictionary.ts';
import type { Mapping, Rule } from '../language/mapping.ts';
import { saysLines } from '../language/line.ts';
import { columnsOf } from '../language/rule.ts';
import { assign, byCells } from './assignment.ts';
import { withBlanks } from './blanks.ts';
import { columnOfLists } from './lists.ts';
import {
  ambiguousProblems,
  currencyIn,
  currencyProblems,
  moneyRule,
  namedColumn,
  withoutNet,
} from './money.ts';
import { doubtProblems, sayWhich } from './problems.ts';
import type { Problem, Said, Suggestion } from './proposal.ts';
import { statusProblems, statusRule } from './statuses.ts';

const roles: readonly OrderRole[] = [
  'orderId',
  'orderNumber',
  'email',
  'orderedAt',
  'total',
  'currency',
  'status',
  'items',
  'itemSku',
  'itemProductId',
  'itemQuantity',
  'itemPrice',
  'itemVariant',
  'externalId',
  'firstName',
  'lastName',
  'refundAmount',
];

const textRoles = [
  'orderId',
  'orderNumber',
  'email',
  'externalId',
  'firstName',
  'lastName',
  'currency',
  'itemProductId',
  'itemSku',
  'itemQuantity',
] as const;

const moneyRoles = ['total', 'refundAmount', 'itemPrice'] as const;

const harmless: readonly OrderRole[] = [
  'orderNumber',
  'externalId',
  'firstName',
  'lastName',
  'itemVariant',
  'itemPrice',
];

/** Proposes how the columns of a table of orders are read. */
export function suggestOrders(columns: readonly Column[], said: Said): Suggestion {
  const { set = {} } = said;
  const spoken = new Set(Object.values(set).flatMap(columnsOf));
  const unspoken = columns.filter(({ name }) => !spoken.has(name));
  const list = columnOfLists(unspoken, ['title', 'quantity']);
  const free = unspoken.filter((one) => one !== list);
  const numbered = free.filter(({ name }) =>
    /^(line|order)?[ _-]?(item|product)s?[ _-]?\d{1,2}$/i.test(name),
  );
  const rest = free.filter((column) => !numbered.includes(column));
  const assignment = assign(
    withoutNet(rest, orderDictionary, 'total'),
    orderDictionary,
    roles,
    accepts,
  );
  const { of } = assignment;
  const fields: Record<string, Rule> = {};
  for (const role of textRoles) put(role, of.get(role)?.name);
  put('email', byCells(assignment, 'email', rest, (column) => column.is('email'))?.name);
  const found = byCells(assignment, 'orderedAt', rest, (column) => column.is('date'));
  const date = orNamed('orderedAt', found);
  const amounts = moneyRoles.flatMap((role) => orNamed(role, of.get(role)) ?? []);
  const status = of.get('status');
  put('status', status && statusRule(status));
  put('itemVariantTitle', of.get('itemVariant')?.name);
  const items = list?.name ?? itemsOf(of.get('items'), numbered);
  if (items === undefined) put('itemTitle', of.get('items')?.name);
  else delete fields['itemQuantity']; // of all lines together
  if (list !== undefined) withoutLines(fields);
  Object.assign(fields, set);
  put('orderedAt', date && timeRule(date, said));
  for (const role of moneyRoles) {
    const column = orNamed(role, of.get(role));
    put(role, column && moneyRule(column, said));
  }
  const currency = said.currency === undefined ? currencyIn(amounts) : undefined;
  if (currency !== undefined) fields['currency'] ??= { value: currency };
  const isSummed = !('total' in fields) && 'itemPrice' in fields && 'itemQuantity' in fields;
  return {
    mapping: {
      fields: withBlanks(fields, columns, set),
      ...(items && { items }),
      ...(isSummed && { totals: 'lines' }),
    },
    problems: [
      ...missing(fields, columns, isSummed),
      ...assignment.doubts.flatMap((doubt) => doubtProblems(doubt, fields, harmless)),
      ...ambiguousProblems(amounts, said),
      ...currencyProblems(amounts, 'currency' in fields, said),
      ...(date === undefined ? [] : timeProblems(date, said)),
      ...(status === undefined ? [] : statusProblems(status)),
    ],
    notes: isSummed
      ? [
          'No column holds totals: the total of an order is the sum of its lines, price times quantity, without what stands in no line.',
        ]
      : [],
    isLikely:
      'email' in fields ? of.size > 2 : of.has('orderId') && of.has('orderedAt') && of.has('total'),
  };

  function orNamed(field: string, column: Column | undefined): Column | undefined {
    return field in set ? namedColumn(set[field], columns) : column;
  }

  function put(field: string, rule: Rule | undefined): void {
    if (rule !== undefined) fields[field] = rule;
  }
}

/** All lines stand in one column. */
function withoutLines(fields: Record<string, Rule>): void {
  for (const field of Object.keys(fields)) {
    if (field.startsWith('item')) Reflect.deleteProperty(fields, field);
  }
}

/** Whether the cells of a column can be what its heading says. */
function accepts(role: OrderRole, column: Column): boolean {
  switch (role) {
    case 'email':
      return column.has('email');
    case 'orderedAt':
      return column.is('date');
    case 'currency':
      return column.is('currencyCode');
    case 'total':
    case 'refundAmount':
    case 'itemPrice':
      return column.filled === 0 || column.is('money');
    case 'itemQuantity':
      return column.filled === 0 || column.is('quantity');
    case 'orderId':
      return column.filled > 0 && !column.is('email') && !column.is('date');
    case 'items':
      return column.filled > 0 && !column.is('money');
    case 'status':
      return column.values !== undefined && column.filled > 0 && !column.is('address');
    case 'itemSku':
    case 'itemProductId':
    case 'itemVariant':
    case 'orderNumber':
    case 'externalId':
    case 'firstName':
    case 'lastName':
      return column.filled > 0;
  }
}

/** One cell or several columns in which the lines stand, where they do. */
function itemsOf(column: Column | undefined, numbered: readonly Column[]): Mapping['items'] {
  const [first, ...others] = numbered;
  if (first !== undefined) return { from: [first.name, ...others.map(({ name }) => name)] };
  return column?.seen.some(saysLines) === true ? { from: column.name } : undefined;
}

function timeRule({ name, dateFormat }: Column, said: Said): Rule {
  return dateFormat === undefined || said.dateFormat !== undefined
    ? name
    : { from: name, dateFormat };
}

function timeProblems({ name, hasOpenDates, lacksOffsets }: Column, said: Said): Problem[] {
  return [
    ...(hasOpenDates && said.dateFormat === undefined
      ? [
          {
            problem: `the dates in "${name}" do not say which number is the day`,
            advice: say`Say it with ${option('dateFormat', 'DMY')} or ${option('dateFormat', 'MDY')}.`,
            option: 'dateFormat',
          },
        ]
      : []),
    ...(lacksOffsets && said.timezone === undefined
      ? [
          {
            problem: `the times in "${name}" do not say in which zone they were written`,
            advice: say`Say it with ${option('timezone')}, for example ${option('timezone', 'Europe/Berlin')}.`,
            option: 'timezone',
          },
        ]
      : []),
  ];
}

function missing(
  fields: Readonly<Record<string, Rule>>,
  columns: readonly Column[],
  isSummed: boolean,
): Problem[] {
  const example = columns[0]?.name ?? 'Name';
  return ['orderId', 'email', 'orderedAt', ...(isSummed ? [] : ['total'])]
    .filter((field) => fields[field] === undefined)
    .map((field) => ({
      problem: `no column is recognised as ${field}, and every order needs one`,
      advice: sayWhich(field, example),
    }));
}
