import { suggestByCells } from '../../mapping/propose/by-cells.ts';
import { suggestMembers } from '../../mapping/propose/members.ts';
import { suggestProducts } from '../../mapping/propose/products.ts';
import type { Source } from './source.ts';
import type { HomeMade } from '../../reading/home-made.ts';
import type { CatalogOptions } from './catalog.ts';

/** How product files are read that no platform has written. */
export function homeMadeProducts(
  {
    currency,
    decimal,
    idFrom,
    set: given,
  }: Pick<CatalogOptions, 'currency' | 'decimal' | 'idFrom' | 'set'>,
  behind: HomeMade<Source>['behind'],
): HomeMade<Source> {
  const set = idFrom === undefined ? given : { ...given, productId: idFrom };
  return {
    behind,
    readsLists: false,
    currency,
    suggest: (columns) => suggestProducts(columns, { currency, decimal, set }),
    suggestMembers: (columns) => suggestMembers(columns, { currency, decimal }),
    suggestByCells: (columns) => suggestByCells(columns, { currency, decimal, set }),
  };
}
