import * as z from 'zod/mini';
import { columnAt } from './position-names.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const name = z.string().check(z.minLength(1));

/** A column by its name, or of a file without headings by its number. */
const column = z.union([
  name,
  z.pipe(
    z.int().check(z.gte(1)),
    z.transform((number: number) => columnAt(number)),
  ),
]);

/** A text that stands in every record. */
const constant = z.strictObject({ value: scalar });

/** A column, or several of which the first that is filled counts, and how its cells are read. */
const read = z.strictObject({
  from: z.union([column, z.array(column).check(z.minLength(1))]),
  /** Cell -> value. `null` leaves the record out. */
  values: z.optional(z.record(z.string(), z.nullable(scalar))),
  /** Cells that count as empty: `n/a`, `on request`. Case does not matter. */
  empty: z.optional(z.union([z.string(), z.array(z.string())])),
  /** The amount is given in the smallest unit of its currency: 1999 is 19.99 USD. */
  minorUnits: z.optional(z.boolean()),
  /** Decimal separator of the amounts. */
  decimal: z.optional(z.enum(['.', ','])),
  /** Amounts have more decimals than are paid, and are rounded to so many, half up. */
  round: z.optional(z.int().check(z.gte(0), z.lte(4))),
  /** Which number of `2/3/2024` is the day. */
  dateFormat: z.optional(z.enum(['DMY', 'MDY', 'YMD'])),
  /** IANA name of the zone of times without an offset. */
  timezone: z.optional(name),
  /** Separator of a list in the cell; its first entry counts. */
  split: z.optional(name),
});

/** A column, a JSON path such as `a.b[0].c`, or a template such as `https://shop.example/p/{Slug}`. */
const rule = z.union([column, constant, read]);

/** Each column is a variant, and its cell says how many there are, whether there are any, or what it costs. */
const variantColumns = z.strictObject({
  option: name,
  columns: z.record(z.string(), name),
  holds: z.optional(z.enum(['inventoryQuantity', 'inStock', 'price'])),
});

/** One cell lists the variants: `S|M|L`. */
const variantList = z.strictObject({ option: name, from: column, split: name });

/** The lines of an order: one cell (`Tee x2; Cap x1`), or one column for each line. */
const lines = z.strictObject({
  from: z.union([column, z.array(column).check(z.minLength(1))]),
  split: z.optional(name),
});

const some = z.union([scalar, z.array(scalar)]);

export const mappingSchema = z.strictObject({
  $schema: z.optional(z.string()),
  /** Default: what the command reads. */
  kind: z.optional(z.enum(['products', 'orders'])),
  fields: z.record(z.string(), rule),
  /** A column alone holds lists as JSON, with the names of the API. */
  variants: z.optional(z.union([column, variantColumns, variantList])),
  items: z.optional(z.union([column, lines])),
  /** Orders: the total is the sum of the lines, price times quantity. Default: the field `total`. */
  totals: z.optional(z.enum(['lines'])),
  /** Column -> the values of the records that are read, or `not` those. */
  where: z.optional(z.record(z.string(), z.union([some, z.strictObject({ not: some })]))),
  /** Line of the headings, from 1; `none` where the first line is data. Default: found. */
  header: z.optional(z.union([z.int().check(z.gte(1)), z.literal('none')])),
  /** Lines that are not read, from 1. */
  skip: z.optional(z.array(z.int().check(z.gte(1)))),
  /** JSON: where the list of records is, such as `data.products`. Default: found. */
  documents: z.optional(name),
});

/** How a file with columns or keys of its own is read: the full form of a mapping file. */
export type Mapping = z.infer<typeof mappingSchema>;

/** How one field is read. */
export type Rule = z.infer<typeof rule>;

export type ReadRule = z.infer<typeof read>;

export type Scalar = z.infer<typeof scalar>;
