import { LedgerError } from '../ledger-error.ts';
import { parseObject } from './line.ts';

/** Whom a ledger belongs to. Not to an API key: keys are rotated. */
export interface Owner {
  readonly company: string;
  readonly origin: string;
  readonly name: string;
}

const version = 1;
const opening = '{"sequenzyLedger":';

/** The first line: `{"sequenzyLedger":1,"company":"…","origin":"…","name":"products"}`. */
export function formatHeader({ company, origin, name }: Owner): string {
  return `${JSON.stringify({ sequenzyLedger: version, company, origin, name })}\n`;
}

/** Throws a LedgerError unless the line is the header of this owner's ledger in a version known here. */
export function checkHeader(file: string, text: string, owner: Owner): void {
  const header = parseObject(text);
  const written = header?.['sequenzyLedger'];
  if (header === undefined || typeof written !== 'number') {
    throw new LedgerError('damaged', file, `line 1 is not a ledger's header. ${startOver}`);
  }
  if (written !== version) {
    const which = `it has format version ${written}, this release reads version ${version}`;
    throw new LedgerError(
      'version',
      file,
      `${which}. Update sequenzy-commerce, or ${startOverNow}`,
    );
  }
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

const startOverNow = 'move the file away to start over: everything is sent once more.';

/** The way out of damage, as a sentence. */
export const startOver = `M${startOverNow.slice(1)}`;
