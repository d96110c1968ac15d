import type { ConnectionOptions } from 'mysql2';
import { SourceError } from '../../faults/source-error.ts';

/**
 * What an address says: `mysql://user:password@host:3306/database`, with `?ssl=true` where the connection has to be
 * encrypted, `?ssl=no-verify` where its certificate cannot be checked, and `?socket=/run/mysqld/mysqld.sock`.
 *
 * @throws {SourceError} It is not such an address. The address itself is not told: it holds a password.
 */
export function partsOf(address: string): ConnectionOptions {
  const url = urlOf(address);
  const database = decodeURIComponent(url.pathname.slice(1));
  const socketPath = url.searchParams.get('socket');
  const ssl = url.searchParams.get('ssl') ?? 'false';
  if (!['true', 'false', 'no-verify'].includes(ssl)) {
    throw new SourceError(`DATABASE_URL says ssl=${ssl}`, {
      code: 'bad-option',
      nextStep: 'Use ssl=true, ssl=no-verify or ssl=false.',
    });
  }
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(database !== '' && { database }),
    ...(socketPath === null
      ? { host: url.hostname, port: url.port === '' ? 3306 : Number(url.port) }
      : { socketPath }),
    ...(ssl !== 'false' && { ssl: { rejectUnauthorized: ssl === 'true' } }),
  };
}

function urlOf(address: string): URL {
  if (/^(mysql|mariadb):\/\/./i.test(address) && URL.canParse(address)) {
    const url = new URL(address);
    const parts = [url.username, url.password, url.pathname];
    if (parts.every((part) => isEncoded(part))) return url;
  }
  throw new SourceError('DATABASE_URL is not the address of a MySQL or MariaDB database', {
    code: 'bad-option',
    nextStep: 'Give mysql://user:password@host:3306/database.',
  });
}

function isEncoded(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}
