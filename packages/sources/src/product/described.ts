import type { Product } from 'sequenzy-contract';
import type { Settings } from '../source.ts';
import type { Row } from '../table/row.ts';
import { htmlToText } from '../text/html.ts';

/** Text of a description in HTML; an empty cell clears it where the user wants that. */
export function describedBy<Field extends string>(
  row: Row<Field>,
  field: Field,
  settings: Settings,
): Pick<Product, 'description'> {
  const description = htmlToText(row.get(field));
  if (description !== '') return { description };
  return settings.empty === 'clear' && row.has(field) ? { description: null } : {};
}

/** An image address; none clears it where the user wants that and the file has a column for it. */
export function picturedBy<Field extends string>(
  imageUrl: string | undefined,
  row: Row<Field>,
  field: Field,
  settings: Settings,
): Pick<Product, 'imageUrl'> {
  if (imageUrl !== undefined && imageUrl !== '') return { imageUrl };
  return settings.empty === 'clear' && row.has(field) ? { imageUrl: null } : {};
}
