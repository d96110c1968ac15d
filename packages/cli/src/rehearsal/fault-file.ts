import { reasonOf } from 'sequenzy-contract';
import { readJsonFile } from 'sequenzy-jobs/input/json-file.ts';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { FaultRule } from 'sequenzy-sandbox';

const about = {
  name: '--faults',
  code: 'bad-faults',
  nextStep:
    'Write a list of rules, such as [{"after": 100, "times": 3, "do": {"kind": "server-error", "status": 503}}].',
} as const;

/** @throws {UserError} where the file cannot be read, or holds something else than rules. */
export async function readFaultFile(file: string): Promise<readonly FaultRule[]> {
  const json = await readJsonFile(file, about);
  const { readFaultScript } = await import('sequenzy-sandbox');
  try {
    return readFaultScript(json);
  } catch (error) {
    const problem = `${about.name}: ${file}: ${reasonOf(error)}`;
    throw new UserError(about.code, problem, about.nextStep);
  }
}
