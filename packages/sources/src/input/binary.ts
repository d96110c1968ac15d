import { SourceError } from '../faults/source-error.ts';

const saveAsCsv = 'Open it in your spreadsheet program and save it as CSV (UTF-8).';

const signatures: readonly (readonly [start: readonly number[], kind: string, nextStep: string])[] =
  [
    [[0x50, 0x4b, 3, 4], 'an Excel workbook or a zip archive', `${saveAsCsv} Unpack a zip first.`],
    [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook', saveAsCsv],
    [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Export as CSV or JSON.'],
  ];

/** Refuses what is no text. `head` is the beginning of a file that is not UTF-16. */
export function refuseBinary(head: Uint8Array, file: string): void {
  const known = signatures.find(([start]) => start.every((byte, at) => head[at] === byte));
  const [, kind, nextStep] = known ?? [[], 'binary, not text', 'Export as CSV or JSON.'];
  if (known === undefined && !head.subarray(0, 4096).includes(0)) return;
  const problem = known === undefined ? `the file is ${kind}` : `this is ${kind}, not text`;
  throw new SourceError(problem, { code: 'damaged', file, nextStep });
}
