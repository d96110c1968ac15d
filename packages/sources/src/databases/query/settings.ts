import { option, say } from 'sequenzy-contract';
import type { LiveOption, LiveSecret } from '../../live/live-source.ts';

/** The address of a database, which holds its password. */
export const secret: LiveSecret = {
  variable: 'DATABASE_URL',
  fileOption: 'database-url-file',
  noun: 'the address of the database',
  absence: 'There is no address of a database',
  parts: passwordsOf,
};

export const queryOption: LiveOption = {
  name: 'query',
  value: '<file.sql>',
  description: say`the query of ${option('from', 'postgres')}, mysql or sqlite: one SELECT`,
  form: 'text-file',
  nextStep: say`Name a file with one SELECT, whose columns are called like the fields: ${option('query', 'products.sql')}.`,
  isNeeded: true,
  example: 'products.sql',
};

export const paramOption: LiveOption = {
  name: 'param',
  value: '<name=value>',
  description: 'what :name stands for in the query; may be repeated',
  form: 'texts',
  nextStep: say`Write ${option('param', 'store=3')} where the query says :store.`,
};

/** The password of an address, as it is written and as it is meant. */
function passwordsOf(address: string): readonly string[] {
  const [, written = ''] = /^[a-z+]+:\/\/[^/?#]*?:([^/?#]*)@/i.exec(address) ?? [];
  const asked = [...address.matchAll(/[?&]password=([^&#]*)/gi)].map(([, text = '']) => text);
  return [written, ...asked].filter((text) => text !== '').flatMap((text) => [text, decoded(text)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
