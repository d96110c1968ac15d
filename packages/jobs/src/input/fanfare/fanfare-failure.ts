import { SequenzyError } from 'sequenzy-commerce';
import { exitCodes } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import { ProxyError } from '../../report/proxy-error.ts';
import { runAgain } from '../../report/stop-reason.ts';

const checkKey =
  'Check the key in FANFARE_SECRET_KEY or --fanfare-key-file: it is wrong, revoked, or may not read products.';
const checkUrl =
  'Check FANFARE_API_URL: it must be everything before /products, such as https://admin.fanfare.io/api.';
const giveNames =
  'Say with --fanfare-names how the list calls its parts, such as {"data": "items", "endCursor": "next"}.';

/**
 * Why Fanfare's products could not be read, what to do, and the exit code for it; nothing was sent to Sequenzy. 4 for
 * the key; 2 for what has to be corrected: a list that is not understood, a first page that is refused. All else may
 * pass and is 75: behind a first page the address is right, and what is refused is a cursor whose product has gone.
 */
export function fanfareFailure(error: unknown, products: number): unknown {
  if (!(error instanceof SequenzyError)) return error;
  const { code, retryable, status = 0 } = error;
  const message = `Fanfare could not be read: ${error.message}`;
  if (code === 'authentication' || code === 'permission') {
    return new UserError(code, message, checkKey, exitCodes.refused);
  }
  if (error.cause instanceof ProxyError) {
    return new UserError('proxy', message, error.cause.nextStep, exitCodes.stopped);
  }
  const isNoList = code === 'server' && !retryable && status < 300;
  if (isNoList) return new UserError(code, message, giveNames);
  if (!retryable && products === 0) return new UserError(code, message, checkUrl);
  return new UserError(code, message, passingAdvice(error), exitCodes.stopped);
}

function passingAdvice({ retryable, retryAt, status }: SequenzyError): string {
  const later = retryAt === undefined ? '' : ` Not before ${retryAt.toISOString()}.`;
  if (status === undefined) return `Check the network, and FANFARE_API_URL. ${runAgain}${later}`;
  const isWebPage = retryable && status < 300;
  return isWebPage
    ? `${checkUrl} A proxy may be answering in its place. ${runAgain}`
    : `${runAgain}${later}`;
}
