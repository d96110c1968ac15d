import { FanfareClient, FanfareValidationError, type FanfareNames } from 'sequenzy-fanfare';
import { SourceError } from '../../../faults/source-error.ts';
import type { LiveReading, LiveSettings, LiveValue } from '../../../live/live-source.ts';
import { fanfare as reader } from '../products/index.ts';
import { address, namesOption, secret, members } from './settings.ts';
import { isRecord } from 'sequenzy-contract';

/** @throws {SourceError} The address or the names cannot be used. */
export function openProducts(settings: LiveSettings): LiveReading {
  const client = clientFor(settings);
  return {
    reader,
    limiter: client.rateLimiter,
    text: (signal, onRead) =>
      documentLines(
        client.products.listRaw({ include: ['variants', 'mediaAssets'], signal }),
        onRead,
      ),
  };
}

async function* documentLines(
  documents: AsyncIterable<unknown>,
  onRead: (count: number) => void,
): AsyncGenerator<string> {
  let count = 0;
  for await (const document of documents) {
    count += 1;
    onRead(count);
    yield `${JSON.stringify(document)}\n`;
  }
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
      logLevel: 'off', // hooks tell what happens
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

/** @throws {SourceError} A member is unknown, or is not a name. */
function namesFrom(
  given: LiveValue | undefined,
): Partial<Pick<FanfareNames, (typeof members)[number]>> {
  if (given === undefined) return {};
  const { text: file, value } = given;
  if (!isRecord(value)) throw badNames(`${file} is not a JSON object`);
  const entries = Object.entries(value).map(([member, name]) => {
    if (!members.some((known) => known === member)) {
      throw badNames(`${file} has an unknown member ${JSON.stringify(member)}`);
    }
    if (typeof name !== 'string' || name === '') {
      throw badNames(`${file}: ${member} must be a name, got ${JSON.stringify(name)}`);
    }
    return [member, name] as const;
  });
  return Object.fromEntries(entries);
}

function badNames(problem: string): SourceError {
  const { name, nextStep } = namesOption;
  return new SourceError(`--${name}: ${problem}`, { code: 'bad-option', nextStep });
}
