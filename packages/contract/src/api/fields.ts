import * as z from 'zod/mini';
import { webAddress } from '../values/web-address.ts';

/** A key or a name: text that says something. */
export const text = z.string().check(z.regex(/\S/, 'expected text'));

/** An amount in the currency's smallest unit: cents for USD, yen for JPY, fils for KWD. */
export const cents = z.int('expected whole cents').check(z.nonnegative('expected 0 or more'));

export const currency = z
  .string()
  .check(z.regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "USD"'));

const instantShape =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** An instant: ISO 8601 with `Z` or an offset. Without one, no two readers would agree on the time. */
export const instant = z
  .string()
  .check(
    z.refine(
      (value) => instantShape.test(value) && isDay(value.slice(0, 10)),
      'expected an ISO 8601 time with offset, such as "2026-03-02T09:30:00Z"',
    ),
  );

/** `2026-02-30` has the right shape, and is no day: as a date it would come back as another one. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** An address for e-mails, encoded where it has to be: see {@link webAddress}. */
export const address = z.string().check(
  z.check<string>((payload) => {
    const encoded = webAddress(payload.value);
    if (encoded !== undefined) payload.value = encoded;
    else payload.issues.push({ code: 'custom', message: expectedAddress, input: payload.value });
  }),
);

const expectedAddress =
  'expected an absolute http or https address without user name, quotes, backslashes and control characters';

/** Free-form values that travel as they are. */
export const freeForm = z.record(z.string(), z.json());

/** Absent keeps the stored value, `null` clears it. */
export function clearable<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.exactOptional(z.nullable(schema));
}
