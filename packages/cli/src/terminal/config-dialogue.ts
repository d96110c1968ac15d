import { currencyCodeOf } from 'sequenzy-jobs/config/currency-code.ts';
import { ask } from './ask.ts';
import type { ConfigAnswers } from './config-text.ts';
import type { Io } from './io.ts';

export const exampleAnswers: ConfigAnswers = {
  name: 'acme',
  key: 'env:ACME_SEQUENZY_KEY',
  products: 'exports/products.csv',
  currency: 'USD',
  storeUrl: 'https://acme.example',
  orders: 'exports/orders-*.csv',
};

/** Asks what a config of one shop needs; Enter leaves out what it offers nothing for. */
export async function askForConfig(io: Io): Promise<ConfigAnswers> {
  const name = await fitting(io, 'A short name of the shop, such as acme?', (text) =>
    /^[\w-][\w.-]{0,63}$/.test(text) ? text : undefined,
  );
  const variable = `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_SEQUENZY_KEY`;
  const key = await ask(
    `Where is its API key: env:NAME, file:path or command:…? [env:${variable}] `,
    io,
  );
  const products = await ask('Its product file, such as exports/products.csv? (Enter: none) ', io);
  const currency = await fitting(
    io,
    'Currency of its prices, such as USD? (Enter: the file says it)',
    (text) => (text === '' ? '' : currencyCodeOf(text)),
  );
  const storeUrl = await ask(
    'Address of the shop, such as https://acme.example? (Enter: none) ',
    io,
  );
  const orders = await ask('Its order files, such as exports/orders-*.csv? (Enter: none) ', io);
  return {
    name,
    key: /^(env|file|command):/.test(key) ? key : `env:${variable}`,
    ...{ products, currency, storeUrl, orders },
  };
}

async function fitting(
  io: Io,
  question: string,
  accept: (text: string) => string | undefined,
): Promise<string> {
  for (;;) {
    const accepted = accept(await ask(`${question} `, io));
    if (accepted !== undefined) return accepted;
  }
}
