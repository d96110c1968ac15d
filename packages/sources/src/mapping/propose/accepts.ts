import type { Column } from '../evidence/column.ts';
import type { ProductRole } from '../headings/products/dictionary.ts';
import { holdsAmounts } from './money.ts';

/** Roles for which the first of several columns will do: nothing is wrong when another one was meant. */
export const harmless: readonly ProductRole[] = [
  'description',
  'imageUrl',
  'url',
  'visible',
  'createdAt',
  'material',
];

/** Whether the cells of a column can be what its heading says. */
export function accepts(role: ProductRole, column: Column): boolean {
  switch (role) {
    case 'id':
    case 'sku':
    case 'parentId':
    case 'variantId':
      return column.filled > 0 && !column.is('email') && !column.is('address');
    case 'title':
      return (
        column.filled > 0 &&
        column.isBrief &&
        !column.is('money') &&
        !column.is('address') &&
        !column.isTemplate
      );
    case 'description':
    case 'variantTitle':
      return !column.is('address');
    case 'price':
    case 'salePrice':
    case 'compareAtPrice':
      return holdsAmounts(column);
    case 'currency':
      return column.is('currencyCode');
    case 'imageUrl':
    case 'url':
      return column.filled === 0 || column.has('address') || column.has('imageAddress');
    case 'inStock':
    case 'quantity':
      return column.filled === 0 || column.is('stock');
    case 'visible':
      return column.is('yesNo');
    case 'createdAt':
      return column.is('date') && !column.lacksOffsets;
    case 'size':
    case 'colour':
    case 'material':
    case 'status':
      return column.filled > 0;
  }
}
