import { number, option, say } from 'sequenzy-contract';
import { consentOf } from '../../job/decisions.ts';
import type { Job } from '../../job/job.ts';
import { adviceOf } from '../../report/advice.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import type { UndoPlan } from '../../report/undo-plan.ts';

/** Each product and variant that comes back in stock may send e-mail. */
export function restockRefusal(
  { restocks: { products, variants } }: UndoPlan,
  maxRestocks = Infinity,
): StopReason | undefined {
  const found = products + variants;
  if (found <= maxRestocks) return undefined;
  return stop(
    'max-restocks',
    say`Products and variants that would come back in stock: ${number(found)}; ${option('maxRestocks')} allows ${number(maxRestocks)}`,
    say`Each may send e-mail. To undo all the same, pass ${option('maxRestocks', String(found))}. ${nothing}`,
  );
}

/** Undefined where it was given. */
export async function consentRefusal(plan: UndoPlan, job: Job): Promise<StopReason | undefined> {
  switch (await consentOf(job.decide.undoRun?.(plan))) {
    case 'given':
      return undefined;
    case 'refused':
      return stop('declined', 'Undoing the run was declined', nothing);
    case 'nobody to ask':
      return stop(
        'needs-consent',
        'Nobody can be asked here whether to undo the run',
        say`Pass ${option('yes')} to undo it. ${nothing}`,
      );
  }
}

const nothing = 'Nothing was sent or deleted.';

function stop(
  code: 'declined' | 'max-restocks' | 'needs-consent',
  problem: Parameters<typeof adviceOf>[0] & {},
  advice: Parameters<typeof adviceOf>[0],
): StopReason {
  return { code, problem, advice: adviceOf(advice), exitCode: exitCodes.usage };
}
