import type { Column } from '../evidence/column.ts';
import { isOf } from '../evidence/kinds.ts';
import { entriesOf } from '../language/rule.ts';
import type { Rule } from '../language/mapping.ts';

const separators = ['|', ';', '\n', ',', ' '];

/** A column of addresses; where its cells list several, the first of them. */
export function pictureRule(column: Column): Rule {
  const cells = column.seen;
  const split = separators.find(
    (sign) =>
      cells.some((cell) => entriesOf(cell, sign).length > 1) &&
      cells.every((cell) => entriesOf(cell, sign).every(isPicture)),
  );
  return split === undefined ? column.name : { from: column.name, split };
}

function isPicture(entry: string): boolean {
  return isOf('address', entry) || isOf('imageAddress', entry);
}
