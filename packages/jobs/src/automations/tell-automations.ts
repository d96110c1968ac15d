import type { RequestClient } from 'sequenzy-commerce/automations';
import type { Job } from '../job/job.ts';
import type { Automations, FiredEvents, HoldPlan } from '../report/automations.ts';
import { readAutomations, startedBy } from './read-automations.ts';

/** Reads and tells what a run would start; undefined where it fires nothing, or nobody can be asked. */
export async function tellAutomations(
  fired: FiredEvents,
  client: RequestClient | undefined,
  { tell, signal }: Job,
  hold?: HoldPlan,
): Promise<Automations | undefined> {
  const firesNothing = [...fired.values()].every((count) => count === 0);
  if (client === undefined || firesNothing || signal.aborted) return undefined;
  const automations = startedBy(fired, await readAutomations(client, signal));
  tell({ type: 'automations', automations, ...(hold && { hold }) });
  return automations;
}
