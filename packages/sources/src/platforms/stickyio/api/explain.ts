import { explainFailure } from '../../../live/explain-failure.ts';
import type { LiveFailure } from '../../../live/live-source.ts';
import { checkLogin, refusalOf } from './code.ts';
import { address } from './settings.ts';

export function explained(failure: unknown): LiveFailure | undefined {
  return explainFailure(failure, { address, checkLogin, refusal: refusalOf });
}
