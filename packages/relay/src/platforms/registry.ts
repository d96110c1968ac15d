import type { PlatformName } from '../signatures/schemes.ts';
import { checkoutchamp, shopify, stickyio, woocommerce } from './full.ts';
import type { Platform } from './platform.ts';
import { bigcommerce, ecwid, squarespace, stripe } from './thin.ts';

/** Which of its events are orders, and what is in them, is not known: the merchant maps them. */
const fanfare: Platform = {
  label: 'Fanfare',
  methods: ['POST'],
  needs: 'mapOrder',
  read: () => ({ kind: 'unreadable', reason: 'mapOrder is lacking' }),
};

export const platforms: Readonly<Record<PlatformName, Platform>> = {
  ...{ shopify, woocommerce, checkoutchamp, stickyio },
  ...{ bigcommerce, squarespace, ecwid, stripe, fanfare },
};
