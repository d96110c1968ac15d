import { skipReason } from '../../../kinds/orders/skip-reason.ts';
import type { OrderSettings } from '../../../kinds/orders/source.ts';

/** Why an order is left out. One without an address is at fault instead: whoever makes such a file can put it in. */
export function leftOut(
  isTest: boolean,
  email: string | undefined,
  settings: OrderSettings,
): { readonly skip?: string } {
  const skip = skipReason({ email: email ?? 'is at fault', isTest }, settings);
  return skip === undefined ? {} : { skip };
}
