import { isRecord } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { DocumentReader } from './format.ts';

/** What of a source is asked. */
type Answering = Pick<DocumentReader<unknown, never>, 'errorIn'>;

/** Characters. */
const longest = 300;

/**
 * Says what a platform has answered where data was wanted.
 *
 * @throws {SourceError} The document is such an answer.
 */
export function refusePlatformError(
  file: string,
  document: unknown,
  { documents }: { readonly documents?: Answering | undefined },
  line?: number,
): void {
  const error = isRecord(document) ? documents?.errorIn?.(document) : undefined;
  if (error === undefined) return;
  const said = error.replace(/\s+/g, ' ').trim();
  const short = said.length > longest ? `${said.slice(0, longest)}…` : said;
  throw new SourceError(`this is an error message from the platform, not data: "${short}"`, {
    code: 'unusable',
    file,
    ...(line !== undefined && { line }),
    nextStep: 'Put that right, and save the answer to the same query again.',
  });
}
