import { faultsOf, parsed } from 'sequenzy-contract';
import * as z from 'zod/mini';
import { scopes } from '../keys/access.ts';
import type { FaultRule } from './script.ts';

const count = z.int().check(z.nonnegative());
const when = z.enum(['before-work', 'after-work']);
const maybe = z.exactOptional;

const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate-limited'),
    retryAfter: maybe(z.enum(['seconds', 'date', 'milliseconds', 'none'])),
    waitMs: maybe(count),
  }),
  z.strictObject({
    kind: z.literal('server-error'),
    status: maybe(z.literal([500, 502, 503, 504])),
    retryAfterSeconds: maybe(count),
    when: maybe(when),
  }),
  z.strictObject({ kind: z.literal('html'), status: maybe(count) }),
  z.strictObject({ kind: z.literal('empty-body'), status: maybe(count) }),
  z.strictObject({
    kind: z.literal('plain-text'),
    status: maybe(count),
    text: maybe(z.string()),
  }),
  z.strictObject({ kind: z.literal('reset'), when }),
  z.strictObject({ kind: z.literal('refused') }),
  z.strictObject({ kind: z.literal('truncated'), bytes: maybe(count) }),
  z.strictObject({ kind: z.literal('hang'), when }),
  z.strictObject({ kind: z.literal('slow'), ms: count }),
  z.strictObject({
    kind: z.literal('says'),
    json: z.unknown(),
    status: maybe(count),
    when: maybe(when),
  }),
  z.strictObject({ kind: z.literal('too-large'), maxBytes: count }),
  z.strictObject({ kind: z.literal('unauthorized') }),
  z.strictObject({
    kind: z.literal('redirect'),
    location: z.string(),
    status: maybe(z.literal([301, 302, 303, 307, 308])),
  }),
  z.strictObject({
    kind: z.literal('bad-product'),
    productId: z.string(),
    status: maybe(z.literal([400, 422])),
    details: maybe(z.boolean()),
  }),
  z.strictObject({ kind: z.literal('forbidden'), scope: maybe(z.enum(scopes)) }),
  z.strictObject({ kind: z.literal('other-shape') }),
]);

const script = z.array(
  z.strictObject({
    on: maybe(z.strictObject({ method: maybe(z.string()), path: maybe(z.string()) })),
    after: maybe(count),
    times: maybe(count),
    probability: maybe(z.number().check(z.gte(0), z.lte(1))),
    do: fault,
  }),
);

/**
 * Reads a script of faults as a file holds it: rules as {@link FaultRule}, without functions and expressions.
 *
 * @throws {TypeError} for anything else; names the first place that does not fit, such as `[0].do.kind`.
 * @example
 * const rules = readFaultScript(JSON.parse('[{ "after": 2, "times": 1, "do": { "kind": "reset", "when": "after-work" } }]'));
 * createSandbox({ faults: rules });
 */
export function readFaultScript(json: unknown): readonly FaultRule[] {
  const result = parsed(script, json);
  if (result.success) return result.data;
  const [first] = faultsOf(result.error, json);
  throw new TypeError(`${first?.path ?? ''} ${first?.message ?? 'is not a script'}`.trim());
}
