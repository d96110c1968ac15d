import { option, say } from 'sequenzy-contract';
import * as z from 'zod/mini';
import { liveSources } from 'sequenzy-sources/live';
import { readJsonFile } from '../../input/json-file.ts';
import type { LiveChoice } from '../../input/live/connect-live.ts';
import { UserError } from '../../report/user-error.ts';
import { planKind, schemaVersion, type PlanFile } from './plan-file.ts';

const texts = z.array(z.string());
const count = z.number();

const planSchema = z.object({
  kind: z.literal(planKind),
  schemaVersion: z.literal(schemaVersion),
  createdAt: z.string(),
  memory: z.string(),
  input: z.object({ records: count, sha256: z.string() }),
  ledger: z.object({ products: count, sha256: z.string() }),
  restocks: count,
  counts: z.object({
    ...{ create: count, change: count, unchanged: count, rejected: count },
    ...{ delete: count, requests: count },
  }),
  options: z.looseObject({
    files: texts,
    map: z.optional(z.string()),
    feed: z.optional(z.string()),
    full: z.optional(z.boolean()),
    maxRestocks: z.optional(count),
    prune: z.optional(
      z.object({ maxDelete: z.optional(z.union([count, z.templateLiteral([count, '%'])])) }),
    ),
    live: z.optional(
      z.object({ from: z.string(), given: z.record(z.string(), z.union([z.string(), texts])) }),
    ),
  }),
});

/** @throws {UserError} when it cannot be read, or is not a plan of this version. */
export async function readPlan(path: string): Promise<PlanFile> {
  const about = { name: 'plan', code: 'bad-plan', nextStep: makeOne } as const;
  const json = await readJsonFile(path, about);
  const { kind, schemaVersion: version } = Object(json) as Partial<PlanFile>; // looked at here
  if (kind !== planKind) throw new UserError('bad-plan', `${path} is not a plan`, makeOne);
  if (version !== schemaVersion) {
    const problem = `${path} has schemaVersion ${String(version)}, and this release reads ${String(schemaVersion)}`;
    throw new UserError('bad-plan', problem, makeOne);
  }
  const read = planSchema.safeParse(json);
  if (read.success) return read.data as PlanFile; // reading options are checked where they are used
  const [{ path: at, message } = { path: [], message: '' }] = read.error.issues;
  throw new UserError('bad-plan', `${path}: ${at.map(String).join('.')} ${message}`, makeOne);
}

/** @throws {UserError} when this release has no such source. */
export function liveOfPlan({
  options: { live },
}: Pick<PlanFile, 'options'>): LiveChoice | undefined {
  if (live === undefined) return undefined;
  const source = liveSources.find(({ name }) => name === live.from);
  if (source !== undefined) return { source, given: live.given };
  throw new UserError('bad-plan', `The plan reads ${live.from}, which this release does not know`);
}

const makeOne = say`A catalog sync with ${option('out')} writes one.`;
