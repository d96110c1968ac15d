import { jsonListOf } from '../../documents/json-cell.ts';
import { canonical } from '../../table/columns.ts';
import type { Column } from '../evidence/column.ts';

/** The first column whose cells are lists in JSON, each member with these fields of the API. */
export function columnOfLists(
  columns: readonly Column[],
  fields: readonly string[],
): Column | undefined {
  const needed = fields.map(canonical);
  return columns.find(({ seen }) => {
    const lists = seen.map(membersOf);
    const members = lists.flatMap((list) => list ?? []);
    return !lists.includes(undefined) && members.length > 0 && members.every(hasAll);
  });

  function hasAll(member: object): boolean {
    const keys = new Set(Object.keys(member).map(canonical));
    return needed.every((key) => keys.has(key));
  }
}

function membersOf(cell: string): readonly object[] | undefined {
  const read = cell.startsWith('[') ? jsonListOf(cell) : undefined;
  return read?.ok === true ? read.list : undefined;
}
