import * as z from 'zod/mini';

/** A key or a name: text that says something. */
export const text = z.string().check(z.regex(/\S/, 'expected text, got an empty string'));

/** An amount in the currency's smallest unit: cents for USD, yen for JPY, fils for KWD. */
export const cents = z.int('expected whole cents').check(z.nonnegative('expected 0 or more'));

export const currency = z
  .string()
  .check(z.regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "USD"'));

/** An instant: ISO 8601 with `Z` or an offset. Without one, no two readers would agree on the time. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'expected an ISO 8601 time with offset, such as "2026-03-02T09:30:00Z"',
});

/** Free-form values that travel as they are. */
export const freeForm = z.record(z.string(), z.json());

/** Absent keeps the stored value, `null` clears it. */
export function clearable<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.exactOptional(z.nullable(schema));
}
