/** Where a message goes; every address is a secret that was read already. */
export type Address =
  | { readonly kind: 'slack' | 'webhook'; readonly url: string }
  | { readonly kind: 'email'; readonly to: string; readonly from: string; readonly smtp: string };
