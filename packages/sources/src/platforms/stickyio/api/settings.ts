import type { LiveAddress, LiveSecret } from '../../../live/live-source.ts';

export const user: LiveSecret = {
  variable: 'STICKYIO_USER',
  fileOption: 'stickyio-user-file',
  noun: 'the name of a sticky.io API user',
  absence: 'There is no user for sticky.io',
  isPassword: true,
};

export const password: LiveSecret = {
  variable: 'STICKYIO_PASSWORD',
  fileOption: 'stickyio-password-file',
  noun: 'the password of a sticky.io API user',
  absence: 'There is no password for sticky.io',
  isPassword: true,
};

/** Each account has an address of its own. */
export const address: LiveAddress = { variable: 'STICKYIO_API_URL', default: '' };

export const exampleAddress = 'https://your-app.sticky.io';
