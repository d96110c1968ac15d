import type { Mapping } from './mapping.ts';
import { columnsOf } from './rule.ts';

/** Every column that a mapping reads, each once, in the order of the mapping. */
export function columnsOfMapping({
  fields,
  variants,
  items,
  where = {},
}: Mapping): readonly string[] {
  const ofVariants = variants === undefined ? [] : variantColumns(variants);
  return [
    ...new Set([
      ...Object.values(fields).flatMap(columnsOf),
      ...ofVariants,
      ...(typeof items === 'string' ? [items] : [items?.from ?? []].flat()),
      ...Object.keys(where),
    ]),
  ];
}

function variantColumns(variants: NonNullable<Mapping['variants']>): readonly string[] {
  if (typeof variants === 'string') return [variants];
  return 'columns' in variants ? Object.keys(variants.columns) : [variants.from];
}
