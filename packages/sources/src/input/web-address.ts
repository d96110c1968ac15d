import { SourceError } from '../faults/source-error.ts';
import { shownName } from './address.ts';

/**
 * @throws {SourceError} It is no address, its password cannot be told, or it can be read on the way: only this machine
 * may go without TLS.
 */
export function addressOf(file: string): URL {
  const url = URL.canParse(file) ? new URL(file) : undefined;
  const isPlainHere = url?.protocol === 'http:' && isThisMachine(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || isPlainHere)) return decodable(url, file);
  throw new SourceError(
    url === undefined
      ? 'this is not a web address'
      : 'only addresses that begin with https: are read',
    {
      code: 'bad-option',
      file: shownName(file),
      nextStep: 'Use https, or download the file and name it by its path.',
    },
  );
}

/** A password with a bare `%` could be meant in two ways. */
function decodable(url: URL, file: string): URL {
  try {
    decodeURIComponent(url.username + url.password);
    return url;
  } catch {
    throw new SourceError(
      'the user or the password in this address holds a % that stands for nothing',
      {
        code: 'bad-option',
        file: shownName(file),
        nextStep: 'Write %25 for a % of their own.',
      },
    );
  }
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
