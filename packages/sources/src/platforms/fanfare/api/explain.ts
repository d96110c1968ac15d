import { FanfareError } from 'sequenzy-fanfare';
import type { LiveFailure } from '../../../live/live-source.ts';
import { address, namesOption, secret } from './settings.ts';

const checkKey = `Check the key in ${secret.variable} or --${secret.fileOption}: it is wrong, revoked, or may not read products.`;
const checkUrl = `Check ${address.variable}: it must be everything before /products, such as ${address.default}.`;
const giveNames = `Say with --${namesOption.name} how the list calls its parts, such as {"data": "items", "endCursor": "next"}.`;

/**
 * Why products could not be read. A list that is not understood and a first page that is refused have to be corrected. All
 * else may pass: behind a first page the address is correct, and what is refused is a cursor whose product has gone.
 */
export function explained(failure: unknown, read: number): LiveFailure | undefined {
  if (!(failure instanceof FanfareError)) return undefined;
  const { code, retryable, retryAt, status } = failure;
  if (code === 'authentication' || code === 'permission') {
    return { code, end: 'refused', nextStep: checkKey };
  }
  const isAnswered = (status ?? 0) < 300;
  if (code === 'server' && !retryable && isAnswered) {
    return { code, end: 'unusable', nextStep: giveNames };
  }
  if (!retryable && read === 0) return { code, end: 'unusable', nextStep: checkUrl };
  const later = retryAt === undefined ? {} : { retryAt };
  if (status === undefined) {
    return {
      code,
      end: 'passing',
      nextStep: `Check the network, and ${address.variable}.`,
      ...later,
    };
  }
  return retryable && isAnswered // a web page
    ? { code, end: 'passing', nextStep: `${checkUrl} A proxy may be answering in its place.` }
    : { code, end: 'passing', ...later };
}
