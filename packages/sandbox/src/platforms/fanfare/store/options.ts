import * as z from 'zod/mini';
import {
  stamped,
  type AssignmentRecord,
  type OptionRecord,
  type OptionValueRecord,
  type ProductRecord,
} from './records.ts';
import { Table } from './table.ts';

const sortOrder = z.optional(z.number());

const valueSchema = z.object({
  value: z.string(),
  displayValue: z.string(),
  sortOrder,
  colorHex: z.optional(z.nullable(z.string())),
});

/** Body of `POST /variant-options`. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const optionSchema = z.object({
  name: z.string(),
  displayName: z.string(),
  initialValues: z.optional(z.array(valueSchema)),
  isRestricted: z.optional(z.boolean()),
  sortOrder,
});

/** Body of `POST /products/{productId}/variant-options`. Source: as {@link optionSchema}. */
export const assignmentsSchema = z.object({
  options: z.array(
    z.object({ optionId: z.string(), required: z.optional(z.boolean()), sortOrder }),
  ),
});

/** An organization's variant options, such as size and colour, and their values. */
export class OptionStore extends Table<OptionRecord> {
  findByName(name: string): OptionRecord | undefined {
    return [...this].find((option) => option.name === name);
  }

  create(input: z.infer<typeof optionSchema>, now: string): OptionRecord {
    const option: OptionRecord = {
      ...stamped(this.newId(), now),
      name: input.name,
      displayName: input.displayName,
      isRestricted: input.isRestricted ?? false,
      sortOrder: input.sortOrder ?? this.size,
      values: [],
    };
    for (const value of input.initialValues ?? []) this.addValue(option, value, now, true);
    this.add(option);
    return option;
  }

  addValue(
    option: OptionRecord,
    input: z.infer<typeof valueSchema>,
    now: string,
    isCentrallyManaged: boolean,
  ): OptionValueRecord {
    const value: OptionValueRecord = {
      ...stamped(this.newId(), now),
      value: input.value,
      displayValue: input.displayValue,
      colorHex: input.colorHex ?? null,
      sortOrder: input.sortOrder ?? option.values.length,
      isCentrallyManaged,
    };
    option.values.push(value);
    return value;
  }
}

/** Assigns an option, or changes how it is assigned; the product's other options stay (assumed). */
export function assignOption(
  product: ProductRecord,
  option: OptionRecord,
  {
    required,
    sortOrder: order,
  }: { required?: boolean | undefined; sortOrder?: number | undefined },
): void {
  const known = product.assignments.find((assignment) => assignment.option === option);
  const assignment: AssignmentRecord = known ?? {
    option,
    required: false,
    sortOrder: product.assignments.length,
  };
  assignment.required = required ?? assignment.required;
  assignment.sortOrder = order ?? assignment.sortOrder;
  if (known === undefined) product.assignments.push(assignment);
}
