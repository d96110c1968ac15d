import * as z from 'zod/mini';

/** The body of an error. Source: docs.fanfare.io/api/errors. */
export const problemSchema = z.looseObject({
  error: z.optional(z.string()),
  message: z.optional(z.string()),
  details: z.optional(
    z.array(z.looseObject({ field: z.optional(z.string()), message: z.optional(z.string()) })),
  ),
});
