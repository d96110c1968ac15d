import type { Product } from 'sequenzy-contract';
import type { Settings } from './source.ts';
import type { Row } from '../../table/row.ts';
import { htmlToText } from '../../text/html.ts';

/** Text of the first description in HTML that has any; none may clear what is stored. */
export function described(
  htmls: readonly string[],
  isCleared: boolean,
): Pick<Product, 'description'> {
  const description = htmls.reduce((text, html) => text || htmlToText(html), '');
  if (description !== '') return { description };
  return isCleared ? { description: null } : {};
}

/**
 * Text of a description in HTML; an empty cell clears it where the user wants that.
 *
 * @param others Columns that describe a product whose own is empty.
 */
export function describedBy<Field extends string>(
  row: Row<Field>,
  field: Field,
  settings: Settings,
  ...others: readonly Field[]
): Pick<Product, 'description'> {
  const htmls = [field, ...others].map((name) => row.get(name));
  return described(htmls, settings.empty === 'clear' && row.has(field));
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
