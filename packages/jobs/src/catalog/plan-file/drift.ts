import { number } from 'sequenzy-contract';
import { adviceOf } from '../../report/advice.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import type { PlanBinding } from './plan-file.ts';

/** Why a plan does not fit what is there now; undefined where it does. */
export function driftBetween(planned: PlanBinding, now: PlanBinding): StopReason | undefined {
  if (now.memory !== planned.memory) {
    return drift(`The plan is for ${planned.memory}, and this key sends for ${now.memory}`);
  }
  if (now.input.sha256 !== planned.input.sha256) {
    const [then, today] = [number(planned.input.records), number(now.input.records)];
    const counts = then === today ? '' : ` (records then: ${then}, now: ${today})`;
    return drift(`The input has changed since the plan was made${counts}`);
  }
  if (now.ledger.sha256 !== planned.ledger.sha256) {
    const [then, today] = [number(planned.ledger.products), number(now.ledger.products)];
    const counts = then === today ? '' : ` (products then: ${then}, now: ${today})`;
    return drift(`Another run has sent or deleted products since the plan was made${counts}`);
  }
  if (now.restocks > planned.restocks) {
    return drift(
      `Products and variants that would come back in stock: ${number(now.restocks)}; the plan announces ${number(planned.restocks)}, and each may send e-mail`,
    );
  }
  return undefined;
}

function drift(problem: string): StopReason {
  const advice = adviceOf('Make a new plan and have it reviewed. Nothing was sent or deleted.');
  return { code: 'plan-drift', problem, advice, exitCode: exitCodes.usage };
}
