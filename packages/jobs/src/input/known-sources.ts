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

/** A format and what is known of it. */
export interface KnownSource extends SourceDescription {
  readonly kind: SourceKind;
}

export interface FormatsOptions {
  /** Only the formats of this name: a platform can have one for products and one for orders. Default: all. */
  readonly name?: string | undefined;
  /** How options are called. Default: as programs call them. */
  readonly wording?: Wording | undefined;
}

/**
 * Lists the formats that can be read, in the order in which they are tried.
 *
 * @throws {UserError} when none has the name.
 */
export function listFormats({ name, wording }: FormatsOptions = {}): Promise<
  readonly KnownSource[]
> {
  const described = (kind: SourceKind, sources: readonly Describable[]): KnownSource[] =>
    sources.map((source) => ({ kind, ...describeSource(source, wording) }));
  const known = [
    ...described('products', listSources()),
    ...described('orders', listOrderSources()),
    ...described('stock', listStockSources()),
  ];
  const found = known.filter((source) => source.name === (name?.toLowerCase() ?? source.name));
  return found.length > 0 ? Promise.resolve(found) : Promise.reject(unknownName(name ?? '', known));
}

function unknownName(name: string, known: readonly KnownSource[]): UserError {
  const near = nearestTo(
    name,
    known.map((source) => source.name),
  );
  const hint = near === undefined ? '' : `Did you mean ${near}? `;
  return new UserError(
    'unknown-source',
    `There is no source ${JSON.stringify(name)}`,
    `${hint}sequenzy-cli sources list shows all.`,
  );
}
