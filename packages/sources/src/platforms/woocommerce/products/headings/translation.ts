/** Fields that have one column. */
export type PlainField =
  | 'id'
  | 'type'
  | 'sku'
  | 'name'
  | 'published'
  | 'shortDescription'
  | 'description'
  | 'saleStarts'
  | 'saleEnds'
  | 'inStock'
  | 'stock'
  | 'salePrice'
  | 'regularPrice'
  | 'images'
  | 'parent'
  | 'externalUrl';

/** The headings of the export in a shop whose language is not English. */
export interface Translation {
  /** Those of the current translation first, then those of older ones. */
  readonly fields: Readonly<Record<PlainField, readonly string[]>>;
  /** `#` stands for the number. */
  readonly attribute: { readonly name: readonly string[]; readonly value: readonly string[] };
  readonly ignored: readonly (string | RegExp)[];
}
