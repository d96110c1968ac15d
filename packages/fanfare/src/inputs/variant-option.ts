import * as z from 'zod/mini';

/** Body of `POST /variant-options`. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const variantOptionInputSchema = z.looseObject({
  name: z.string(),
  displayName: z.string(),
  isRestricted: z.optional(z.boolean()),
  sortOrder: z.optional(z.int()),
  initialValues: z.optional(
    z.array(
      z.looseObject({
        value: z.string(),
        displayValue: z.string(),
        sortOrder: z.optional(z.int()),
        colorHex: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});

/** Which options a product has: `options` of `POST …/variant-options`. Source: as above. */
export const assignmentsSchema = z.array(
  z.looseObject({
    optionId: z.string(),
    required: z.optional(z.boolean()),
    sortOrder: z.optional(z.int()),
  }),
);

export type VariantOptionInput = z.infer<typeof variantOptionInputSchema>;
export type AssignmentInput = z.infer<typeof assignmentsSchema>[number];
