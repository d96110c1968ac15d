import type { Catalog } from 'sequenzy-sources';
import type { FanfareSurroundings } from '../fanfare/connect-fanfare.ts';
import { openInput } from '../open-input.ts';
import type { SyncListener } from '../../job/sync-listener.ts';
import type { ProductChoices } from './product-choices.ts';

/** @throws {UserError} when the products cannot be read. Nothing of them has been used then. */
export async function openProducts(
  options: ProductChoices,
  surroundings: FanfareSurroundings & { readonly listener: Pick<SyncListener, 'chooseSource'> },
): Promise<Catalog> {
  if (options.fanfare === undefined) {
    return openInput(options, surroundings.io, surroundings.listener.chooseSource);
  }
  const { openFanfare } = await import('../fanfare/open-fanfare.ts');
  return openFanfare(options, options.fanfare, surroundings);
}
