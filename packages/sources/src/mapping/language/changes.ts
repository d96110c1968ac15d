import type { Mapping, Rule } from './mapping.ts';
import { columnsOf } from './rule.ts';

/**
 * What a later mapping reads otherwise than an earlier one, a clause each. Cells that it lists beyond those known before,
 * and what only one of them knows of amounts and dates, are not changes.
 */
export function changesOf(before: Mapping, now: Mapping): string[] {
  const fields = new Set([...Object.keys(before.fields), ...Object.keys(now.fields)]);
  const changed = [...fields].flatMap((field) => {
    const [was, is] = [before.fields[field], now.fields[field]];
    // An option may say the currency instead.
    if (field === 'currency' && (was === undefined || is === undefined)) return [];
    return isSame(was, is) ? [] : [`${field} was ${shown(was)} and would be ${shown(is)}`];
  });
  const parts = (['variants', 'items', 'totals'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(now[part]),
  );
  const filters = [before, now].map(({ where = {} }) => Object.keys(where).toSorted().join());
  return [
    ...changed,
    ...parts.map((part) => `${part} would be read otherwise`),
    ...(filters[0] === filters[1] ? [] : ['other records would be left out']),
  ];
}

function isSame(was: Rule | undefined, is: Rule | undefined): boolean {
  if (was === undefined || is === undefined) return was === is;
  if (JSON.stringify(columnsOf(was)) !== JSON.stringify(columnsOf(is))) return false;
  const [one, other] = [membersOf(was), membersOf(is)];
  return Object.entries(one).every(([name, value]) => {
    const later = other[name];
    if (later === undefined || name === 'from' || name === 'empty') return true;
    return typeof value === 'object' && value !== null
      ? agrees(value, later)
      : JSON.stringify(later) === JSON.stringify(value);
  });
}

/** Whether what both list means the same. */
function agrees(values: object, later: unknown): boolean {
  const others = new Map(Object.entries(later ?? {}));
  return Object.entries(values).every(
    ([cell, value]) => !others.has(cell) || others.get(cell) === value,
  );
}

function membersOf(rule: Rule): Record<string, unknown> {
  return typeof rule === 'string' ? { template: rule } : { ...rule };
}

function shown(rule: Rule | undefined): string {
  if (rule === undefined) return 'not read';
  if (typeof rule === 'object' && 'value' in rule) return JSON.stringify(rule.value);
  const columns = columnsOf(rule).map((column) => `"${column}"`);
  return `${columns.join(' or ')}${details(rule)}`;
}

function details(rule: Rule): string {
  const hidden = ['from', 'values', 'empty', 'template'];
  const said = Object.entries(membersOf(rule)).filter(([name]) => !hidden.includes(name));
  return said.length === 0
    ? ''
    : ` (${said.map(([name, value]) => `${name} ${String(value)}`).join(', ')})`;
}
