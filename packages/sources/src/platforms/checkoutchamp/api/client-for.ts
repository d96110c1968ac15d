import { ApiValidationError } from 'sequenzy-transport';
import { SourceError } from '../../../faults/source-error.ts';
import type { LiveSettings } from '../../../live/live-source.ts';
import { CheckoutChampClient } from './client.ts';
import { address } from './settings.ts';

/** @throws {SourceError} The address cannot be used. It is not told, because it may hold a password. */
export function clientFor(settings: LiveSettings): CheckoutChampClient {
  try {
    return new CheckoutChampClient(settings);
  } catch (error) {
    if (!(error instanceof ApiValidationError)) throw error;
    const faults = error.faults.map(({ message }) => message).join('; ');
    throw new SourceError(`${address.variable} ${faults}`, {
      code: 'bad-option',
      nextStep: `Give everything before /order/query/, such as ${address.default}.`,
    });
  }
}
