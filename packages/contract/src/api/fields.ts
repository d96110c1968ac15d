import * as z from 'zod/mini';
import { isObject, isRecord } from '../values/json.ts';
import { webAddress } from '../values/web-address.ts';

/** A check with a sentence of its own, which takes less code than those of zod. */
export function must<Value>(fits: (value: Value) => boolean, message: string) {
  return z.check<Value>(({ value, issues }) => {
    if (!fits(value)) issues.push({ code: 'custom', message, input: value });
  });
}

/** A whole number, as exact as numbers are. */
export function whole(message: string) {
  return z.number(message).check(must(Number.isSafeInteger, message));
}

/** A key or a name: text that says something. */
export const text = z.string().check(must((value) => /\S/.test(value), 'expected text'));

/** An amount in the currency's smallest unit: cents for USD, yen for JPY, fils for KWD. */
export const cents = whole('expected whole cents').check(
  must((amount) => amount >= 0, 'expected 0 or more'),
);

export const currency = z
  .string()
  .check(must((code) => /^[A-Z]{3}$/.test(code), 'expected an ISO 4217 code such as "USD"'));

const instantShape =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** An instant: ISO 8601 with `Z` or an offset. Without one, no two readers would agree on the time. */
export const instant = z
  .string()
  .check(
    must(
      (value) => instantShape.test(value) && isDay(value.slice(0, 10)),
      'expected an ISO 8601 time with offset, such as "2026-03-02T09:30:00Z"',
    ),
  );

/** Days that every month has. */
const isUsualDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** `2026-02-30` has the right shape, and is not a day: as a date it would come back as another one. */
function isDay(day: string): boolean {
  if (isUsualDay.test(day)) return true;
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

/**
 * Free-form values by name: any object whose members JSON can say, whether it is declared as an interface or not. What
 * JSON cannot say (a Date, a function, NaN) is refused before anything is sent.
 */
export type JsonObject = object;

/** Free-form values that travel as they are. */
export const freeForm = z.unknown().check(
  z.check(({ value, issues }) => {
    if (!isPlain(value)) {
      issues.push({ code: 'custom', message: 'expected an object', input: value });
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      if (isJson(member)) continue;
      issues.push({ code: 'custom', message: 'expected JSON', input: value, path: [name] });
    }
  }),
) as unknown as z.ZodMiniType<JsonObject, JsonObject>; // as it has been checked

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  return (Array.isArray(value) || isPlain(value)) && Object.values(value).every(isJson);
}

/** Whether it is an object of no class, of this realm or another. */
function isPlain(value: unknown): value is object {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return !isObject(prototype) || Object.hasOwn(prototype, 'isPrototypeOf');
}

/** Absent keeps the stored value, `null` clears it. */
export function clearable<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.exactOptional(z.nullable(schema));
}
