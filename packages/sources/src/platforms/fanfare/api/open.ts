import { FanfareClient, FanfareValidationError } from 'sequenzy-fanfare';
import { SourceError } from '../../../faults/source-error.ts';
import type { LiveReading, LiveSettings } from '../../../live/live-source.ts';
import { fanfare as reader } from '../products/index.ts';
import { badNames, namesFrom } from './names.ts';
import { address, namesOption, secret } from './settings.ts';

/** @throws {SourceError} The address or the names cannot be used. */
export function openProducts(settings: LiveSettings): LiveReading {
  const client = clientFor(settings);
  return {
    reader,
    limiter: client.rateLimiter,
    documents: (signal) =>
      client.products.listRaw({ include: ['variants', 'mediaAssets'], signal }),
  };
}

function clientFor({
  secrets,
  address: baseUrl,
  options,
  connection,
}: LiveSettings): FanfareClient {
  const names = namesFrom(options[namesOption.name]);
  try {
    return new FanfareClient({
      ...connection,
      apiKey: secrets[secret.variable] ?? '',
      baseUrl,
      names,
    });
  } catch (error) {
    if (!(error instanceof FanfareValidationError)) throw error;
    const ofNames = error.faults.find(({ path }) => path === 'names');
    throw ofNames === undefined ? badAddress(error) : badNames(`names ${ofNames.message}`);
  }
}

/** The address itself is not told: it may hold a password. */
function badAddress({ faults }: FanfareValidationError): SourceError {
  const problem = faults.map(({ message }) => message).join('; ');
  return new SourceError(`${address.variable} ${problem}`, {
    code: 'bad-option',
    nextStep: `Give everything before /products, such as ${address.default}.`,
  });
}
