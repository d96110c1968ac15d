import type { Wording } from 'sequenzy-contract';
import {
  describeSource,
  listOrderSources,
  listSources,
  listStockSources,
  nearestTo,
  type Describable,
  type SourceDescription,
} from 'sequenzy-sources';
import { UserError } from '../report/user-error.ts';

/** What a format holds. */
type SourceKind = 'products' | 'orders' | 'stock';

/** A format and what the commands know of it. */
export interface KnownSource extends SourceDescription {
  readonly kind: SourceKind;
}

/** Every format there is, in the order in which they are tried. */
export function knownSources(wording?: Wording): readonly KnownSource[] {
  const described = (kind: SourceKind, sources: readonly Describable[]): KnownSource[] =>
    sources.map((source) => ({ kind, ...describeSource(source, wording) }));
  return [
    ...described('products', listSources()),
    ...described('orders', listOrderSources()),
    ...described('stock', listStockSources()),
  ];
}

/**
 * The formats of a name: a platform can have one for products and one for orders.
 *
 * @throws {UserError} There is none.
 */
export function sourcesNamed(name: string, wording?: Wording): readonly KnownSource[] {
  const known = knownSources(wording);
  const found = known.filter((source) => source.name === name.toLowerCase());
  if (found.length > 0) return found;
  const near = nearestTo(
    name,
    known.map((source) => source.name),
  );
  const hint = near === undefined ? '' : `Did you mean ${near}? `;
  throw new UserError(
    'unknown-source',
    `There is no source ${JSON.stringify(name)}`,
    `${hint}sequenzy-cli sources list shows all.`,
  );
}
