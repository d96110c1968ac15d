import { SequenzyError } from 'sequenzy-commerce';
import { exitCodes } from '../../exit-codes.ts';
import { UserError } from '../../user-error.ts';
import { runAgain } from '../stop-reason.ts';

const checkKey =
  'Check the key in FANFARE_SECRET_KEY or --fanfare-key-file: it is wrong, revoked, or may not read products.';
const checkUrl =
  'Check FANFARE_API_URL: it must be everything before /products, such as https://admin.fanfare.io/api.';

/** Why Fanfare's products could not be read, what to do, and the exit code for it. Nothing was sent to Sequenzy. */
export function fanfareFailure(error: unknown): unknown {
  if (!(error instanceof SequenzyError)) return error;
  const { code, retryable, retryAt, status } = error;
  const message = `Fanfare could not be read: ${error.message}`;
  if (code === 'authentication' || code === 'permission') {
    return new UserError(code, message, checkKey, exitCodes.refused);
  }
  // A cursor is refused when its product has gone while the list was read.
  if (code === 'bad_request') {
    return new UserError(code, message, `${runAgain} ${checkUrl}`, exitCodes.stopped);
  }
  if (!retryable) return new UserError(code, message, checkUrl);
  const later = retryAt === undefined ? '' : ` Not before ${retryAt.toISOString()}.`;
  const network = status === undefined ? 'Check the network, and FANFARE_API_URL. ' : '';
  return new UserError(code, message, `${network}${runAgain}${later}`, exitCodes.stopped);
}
