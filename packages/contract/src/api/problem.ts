import * as z from 'zod/mini';

/**
 * The body of an error. `error` is a sentence or `{ code, message }`; newer endpoints add the other fields at the top.
 * A body may also be plain text, HTML or empty, so nothing here is certain to be there.
 *
 * Source: the vendor's PHP SDK (AgentFriendlyError) and its reference pages.
 */
export const problemSchema = z.looseObject({
  success: z.optional(z.boolean()),
  error: z.optional(
    z.union([
      z.string(),
      z.looseObject({ code: z.optional(z.string()), message: z.optional(z.string()) }),
    ]),
  ),
  code: z.optional(z.string()),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  resolution: z.optional(z.string()),
  howToFix: z.optional(z.string()),
  docsUrl: z.optional(z.string()),
  details: z.optional(z.unknown()),
});

export type Problem = z.infer<typeof problemSchema>;
