import type { Words } from 'sequenzy-contract';
import { adviceOf, type Advice } from '../report/advice.ts';

/** One thing the doctor looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly message: Words;
  /** What to do; empty where there is nothing to do. */
  readonly advice: readonly Advice[];
}

type Steps = string | readonly Advice[];

export function ok(name: string, message: Words): Check {
  return { name, status: 'ok', message, advice: [] };
}

export function warning(name: string, message: Words, steps: Steps): Check {
  return { name, status: 'warning', message, advice: advised(steps) };
}

export function failed(name: string, message: Words, steps: Steps): Check {
  return { name, status: 'failed', message, advice: advised(steps) };
}

function advised(steps: Steps): readonly Advice[] {
  return typeof steps === 'string' ? adviceOf(steps) : steps;
}
