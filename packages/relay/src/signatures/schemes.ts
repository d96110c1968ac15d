import { ecwid } from './ecwid.ts';
import type { Delivery, Scheme } from './scheme.ts';
import { signedBody } from './signed-body.ts';
import { staticSecret } from './static-secret.ts';
import { stripe } from './stripe.ts';

/** How each platform signs. Sources: the vendors' pages for Shopify, Squarespace and Fanfare; public clients that agree for the others. */
export const schemes = {
  shopify: signedBody({ headers: ['x-shopify-hmac-sha256'], encodings: ['base64'] }),
  woocommerce: signedBody({ headers: ['x-wc-webhook-signature'], encodings: ['base64'] }),
  // Its own hash is made without a secret; the merchant chooses headers that it sends along.
  bigcommerce: staticSecret,
  stripe,
  // The vendor's page does not say how the signature is written: the two cannot be mistaken for each other.
  squarespace: signedBody({
    headers: ['squarespace-signature'],
    encodings: ['hex', 'base64'],
    key: 'hex',
  }),
  ecwid,
  fanfare: signedBody({ headers: ['x-fanfare-signature'], encodings: ['hex'] }),
  checkoutchamp: staticSecret,
  stickyio: staticSecret,
} as const satisfies Record<string, Scheme>;

/** A platform whose webhooks can be verified. */
export type PlatformName = keyof typeof schemes;

/** Whether a webhook was made by someone who knows one of the secrets. */
export async function isGenuine(
  name: PlatformName,
  secrets: readonly string[],
  delivery: Delivery,
  now: number,
): Promise<boolean> {
  for (const secret of secrets) {
    if (await schemes[name].verify(delivery, secret, now)) return true;
  }
  return false;
}
