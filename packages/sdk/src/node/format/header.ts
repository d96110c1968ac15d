import { randomBytes } from 'node:crypto';
import { sealedEnd, sealedLine } from 'sequenzy-store';
import { LedgerError, startOver, update } from '../ledger-error.ts';
import { parseObject } from './line.ts';

/** Whom a ledger belongs to. Not to an API key: keys are rotated. */
export interface Owner {
  readonly company: string;
  readonly origin: string;
  readonly name: string;
}

/** The format this release writes. */
const formatVersion = 2;

const opening = '{"sequenzyLedger":';

/**
 * The first line: `{"sequenzyLedger":2,"company":"…","origin":"…","name":"products","salt":"…","c":"…"}`.
 *
 * @param salt 32 hex digits; drawn once in a ledger's life.
 */
export function formatHeader({ company, origin, name }: Owner, salt: string): Buffer {
  return sealedLine(JSON.stringify({ sequenzyLedger: formatVersion, company, origin, name, salt }));
}

export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** The version a header names; a LedgerError where the line is not a header, or of a version that is not known here. */
export function versionIn(file: string, text: string): number {
  const version = parseObject(text)?.['sequenzyLedger'];
  if (typeof version !== 'number') {
    throw new LedgerError('damaged', file, `line 1 is not a ledger's header. ${startOver}`);
  }
  if (version < 1 || version > formatVersion) {
    const known = `this release reads versions 1 to ${formatVersion}`;
    const problem = `it has format version ${version}, ${known}`;
    throw new LedgerError('version', file, `${problem}. ${update}`);
  }
  return version;
}

/** The salt of this owner's ledger; a LedgerError where the header is damaged or somebody else's. */
export function saltIn(file: string, text: string, owner: Owner): string {
  const bytes = Buffer.from(text);
  const salt = parseObject(text)?.['salt'];
  if (sealedEnd(bytes, 0, bytes.length) < 0 || typeof salt !== 'string') {
    throw new LedgerError('damaged', file, `line 1 is damaged. ${startOver}`);
  }
  requireOwner(file, text, owner);
  return salt;
}

export function requireOwner(file: string, text: string, owner: Owner): void {
  const header = parseObject(text) ?? {};
  for (const field of ['company', 'origin', 'name'] as const) {
    if (header[field] === owner[field]) continue;
    const theirs = `${field} ${JSON.stringify(header[field])}`;
    const ours = JSON.stringify(owner[field]);
    const advice = 'Use another state folder, or put the file back where it came from';
    throw new LedgerError('foreign', file, `it belongs to ${theirs}, not to ${ours}. ${advice}.`);
  }
}

/** Whether a file without a line feed is what is left of a header that was being written: its beginning, or zeros. */
export function isTornHeader(text: string): boolean {
  return /^\0*$/.test(text) || text.startsWith(opening) || opening.startsWith(text);
}
