import * as z from 'zod/mini';

const word = z.string().check(z.minLength(1, 'expected at least one character'));

/** Parameters of `GET /products/search`. Source: OpenAPI "Fanfare Admin API" 1.0.0. */
export const syncSourceQuerySchema = z.looseObject({
  syncSource: word,
  syncSourceId: z.optional(word),
});
