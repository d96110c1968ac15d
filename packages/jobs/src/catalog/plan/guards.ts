import { option, say, type Words, number } from 'sequenzy-contract';
import { adviceOf } from '../../report/advice.ts';
import type { MirrorRefusal } from 'sequenzy-commerce/mirror';
import type { FailureCode } from '../../report/failure-code.ts';
import { exitCodes } from '../../report/exit-codes.ts';
import type { StopReason } from '../../report/stop-reason.ts';
import type { Consent } from '../../job/decisions.ts';

const nothing = 'Nothing was sent or deleted.';

/**
 * Why a plan is not carried out, as the person at the keyboard reads it.
 *
 * @param known Products the ledger knows of the feed.
 */
export function stopReasonOf(refusal: MirrorRefusal, known: number): StopReason {
  const { code } = refusal;
  switch (code) {
    case 'max-restocks':
      return stop(
        code,
        say`Products and variants that would come back in stock: ${number(refusal.found)}; ${option('maxRestocks')} allows ${number(refusal.allowed)}`,
        say`Check the stock in the input, or pass ${option('maxRestocks', String(refusal.found))}. Nothing was sent.`,
      );
    case 'prune-rejected':
      return stop(
        code,
        say`${option('prune')} needs a source without rejected records (rejected: ${number(refusal.found)})`,
        say`Correct them, or sync without ${option('prune')}. ${nothing}`,
      );
    case 'prune-incomplete':
      return stop(
        code,
        say`${option('prune')} needs the whole catalog, and the input says that pages of it are missing`,
        say`Give all pages together, or sync without ${option('prune')}. ${nothing}`,
      );
    case 'prune-empty':
      return stop(
        code,
        say`${option('prune')} needs a source with products, and there is none in it`,
        `Export the products again. ${nothing}`,
      );
    case 'max-delete':
      return stop(
        code,
        say`Gone from the source: ${number(refusal.found)} of ${number(known)} known products; ${option('maxDelete')} allows ${number(refusal.allowed)}`,
        maxDeleteAdvice(refusal.found, known),
      );
    case 'declined':
      return stop(code, 'The deletion was declined', nothing);
  }
}

/** An export that broke off looks like a shop that has shrunk. */
export function tooFewProducts(found: number, least: number): StopReason {
  return stop(
    'min-products',
    say`Products in the input: ${number(found)}; ${option('minProducts')} asks for ${number(least)}`,
    say`Check that the export is complete, or pass ${option('minProducts', String(found))}. ${nothing}`,
  );
}

/** Whoever would lose everything has an incomplete source, far more often than no products. */
function maxDeleteAdvice(found: number, known: number): Words {
  if (found < known) {
    return say`Check that the source is complete, or pass ${option('maxDelete', String(found))}. ${nothing}`;
  }
  return `These are all there are, so the source is hardly complete: export it again. To delete products on purpose, name them: sequenzy-cli catalog delete. ${nothing}`;
}

/** Undefined where it was given. */
export function refusalOfConsent(consent: Consent, gone: number): StopReason | undefined {
  switch (consent) {
    case 'given':
      return undefined;
    case 'refused':
      return stopReasonOf({ code: 'declined', found: gone }, gone);
    case 'nobody to ask':
      return stop(
        'needs-consent',
        `Nobody can be asked here whether to delete (products: ${number(gone)})`,
        say`Pass ${option('yes')} to delete. ${nothing}`,
      );
  }
}

function stop(code: FailureCode, problem: Words, advice: Words): StopReason {
  return { code, problem, advice: adviceOf(advice), exitCode: exitCodes.usage };
}
