import type { Mapping } from '../language/mapping.ts';
import { lineOf, linesIn, type LineText } from '../language/line.ts';
import type { Cells } from '../language/rule.ts';
import type { Form, Part } from './apply.ts';
import type { Slot } from './slot.ts';

const fieldOf: Readonly<Record<keyof LineText, string>> = {
  title: 'itemTitle',
  sku: 'itemSku',
  productId: 'itemProductId',
  quantity: 'itemQuantity',
  price: 'itemPrice',
};

/** The lines of an order that stand in one cell of its row, or in a column each. */
export function lineForms<Given>(
  items: Exclude<Mapping['items'], string>,
  own: readonly Slot<Part<Given>>[],
  cells: Cells<Given>,
): readonly Form<Given>[] {
  if (items === undefined) return [];
  const names = [items.from].flat();
  const isOwn = (field: string): boolean => own.some((slot) => slot.field === field);
  const slots = (Object.keys(fieldOf) as (keyof LineText)[]) // its own keys
    .filter((key) => !isOwn(fieldOf[key]))
    .map((key): Slot<Part<Given>> => {
      const textOf = ({ entry }: Part<Given>): string => lineOf(entry)[key];
      return {
        field: fieldOf[key],
        decimal: undefined,
        columns: names,
        original: ({ entry }) => entry,
        read: (part) => ({ is: 'text', text: textOf(part) }),
      };
    });
  const columns = names.map((name) => cells(name) ?? (() => ''));
  const partsOf = (record: Given): Part<Given>[] =>
    columns.flatMap((cell) =>
      linesIn(cell(record), items.split).map((entry) => ({ record, entry })),
    );
  return [{ slots: [...own, ...slots], partsOf }];
}
