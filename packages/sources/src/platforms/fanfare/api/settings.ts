import type { LiveAddress, LiveOption, LiveSecret } from '../../../live/live-source.ts';

export const secret: LiveSecret = {
  variable: 'FANFARE_SECRET_KEY',
  fileOption: 'fanfare-key-file',
  noun: 'the key of Fanfare’s API',
  absence: 'There is no key for Fanfare',
};

export const address: LiveAddress = {
  variable: 'FANFARE_API_URL',
  default: 'https://admin.fanfare.io/api',
};

/** Names of the list; those of a variant's fields belong to the option `map`, which the reader knows. */
export const members = ['first', 'after', 'data', 'pageInfo', 'endCursor'] as const;

/** How Fanfare's list calls what its documentation does not name. */
export const namesOption: LiveOption = {
  name: 'fanfare-names',
  value: '<names.json>',
  description: 'JSON object of what Fanfare’s list calls its parts',
  form: 'json-file',
  nextStep: `It must be a JSON object out of ${members.join(', ')}: {"first": "limit", "data": "items"}.`,
};
