import type { LiveAddress, LiveOption, LiveSecret } from '../../../live/live-source.ts';

export const loginId: LiveSecret = {
  variable: 'CHECKOUTCHAMP_LOGIN_ID',
  fileOption: 'checkoutchamp-login-id-file',
  noun: 'the login id of a CheckoutChamp API user',
  absence: 'There is no login for CheckoutChamp',
  isPassword: true,
};

export const password: LiveSecret = {
  variable: 'CHECKOUTCHAMP_PASSWORD',
  fileOption: 'checkoutchamp-password-file',
  noun: 'the password of a CheckoutChamp API user',
  absence: 'There is no password for CheckoutChamp',
  isPassword: true,
};

export const address: LiveAddress = {
  variable: 'CHECKOUTCHAMP_API_URL',
  default: 'https://api.checkoutchamp.com',
};

export const mergeOption: LiveOption = {
  name: 'merge',
  value: '<products.csv>',
  description:
    'table with productId and what CheckoutChamp does not know: imageUrl, url, description',
  form: 'text-file',
  kinds: ['products'],
  nextStep: 'It must be a table with the column productId, and imageUrl, url or description.',
};

/** The zone of new accounts. Source: reference of the vendor's API, by way of public clients. */
export const usualZone = 'America/New_York';
