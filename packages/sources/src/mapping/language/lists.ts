import type { Mapping } from './mapping.ts';

/** Fields that hold a whole list as JSON. */
export const listFields = ['variants', 'options', 'items'] as const;

/** A mapping whose columns of lists are fields like any other. */
export type MappingOfFields = Omit<Mapping, 'variants' | 'items'> & {
  readonly variants?: Exclude<Mapping['variants'], string>;
  readonly items?: Exclude<Mapping['items'], string>;
};

/** Puts a column of lists that is said beside the fields among them. */
export function withListsAsFields({ fields, variants, items, ...rest }: Mapping): MappingOfFields {
  return {
    ...rest,
    fields: {
      ...fields,
      ...(typeof variants === 'string' && { variants }),
      ...(typeof items === 'string' && { items }),
    },
    ...(typeof variants === 'object' && { variants }),
    ...(typeof items === 'object' && { items }),
  };
}
