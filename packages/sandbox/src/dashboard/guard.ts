import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from this machine's own browser or programs. A web page that is open elsewhere is refused:
 * by its Origin, and where it has a name of its own lead to this machine (DNS rebinding) by the Host.
 */
export function isTrusted({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  if (!isLocal(`http://${host}`)) return false;
  return origin === undefined || origin === `http://${host}`;
}

function isLocal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost|[\w-]+\.localhost)$/.test(hostname);
}
