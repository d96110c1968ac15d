import * as z from 'zod/mini';
import { flag, nullableText, number, stamps, text } from './fields.ts';

const valueSchema = z.looseObject({
  ...stamps,
  optionId: text,
  value: text,
  displayValue: nullableText,
  colorHex: nullableText,
  sortOrder: number,
  isCentrallyManaged: flag,
});

/** An option of the organization, such as Size. Source: OpenAPI, `POST /variant-options`. */
export const variantOptionSchema = z.looseObject({
  ...stamps,
  name: text,
  displayName: nullableText,
  /** Whether variants may only have the values there are. */
  isRestricted: flag,
  sortOrder: number,
  values: z.optional(z.array(valueSchema)),
});

/** That a product has an option. Source: OpenAPI, `POST /products/{productId}/variant-options`. */
export const assignmentSchema = z.looseObject({
  organizationId: text,
  productId: text,
  optionId: text,
  required: flag,
  sortOrder: number,
  option: z.optional(variantOptionSchema),
  values: z.optional(z.array(valueSchema)),
});

export type VariantOption = z.infer<typeof variantOptionSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
