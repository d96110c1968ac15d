import { SourceError } from '../faults/source-error.ts';
import { isAddress } from './address.ts';

/** Also a table in HTML, which some shops call an Excel file. */
const start =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table)\b/i;

/**
 * Refuses a page, such as a login, that came instead of the file.
 *
 * @param path The input as the user named it.
 * @throws {SourceError}
 */
export function refuseWebPage(head: string, name: string, path: string): void {
  if (!start.test(head)) return;
  throw new SourceError('this is a web page, not a file with records', {
    code: 'damaged',
    file: name,
    nextStep: isAddress(path)
      ? 'Open the address in a browser where nobody is logged in: it has to download the file, not show a login.'
      : 'Download the export itself. If a spreadsheet program opens it as a table, save it there as CSV (UTF-8).',
  });
}
