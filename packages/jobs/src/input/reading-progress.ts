import { basename } from 'node:path';
import { number } from 'sequenzy-contract';
import { shownFile } from 'sequenzy-sources/address';
import type { Job } from '../job/job.ts';

/** Fewer rows are read before anybody wonders. */
const worthTelling = 2_000;

/** How often it is told: a screen draws less often. */
const step = 500;

/** Tells how far the reading of files is, for as long as it lasts. */
export async function toldWhileRead<Opened>(
  files: readonly string[],
  tell: Job['tell'],
  open: (onRows: (rows: number) => void) => Promise<Opened>,
): Promise<Opened> {
  let told = 0;
  const onRows = (rows: number): void => {
    if (rows < worthTelling || rows - told < step) return;
    if (told === 0) tell({ type: 'fetching', fetching: { from: nameOf(files), noun: 'row' } });
    told = rows;
    tell({ type: 'fetched', records: rows });
  };
  try {
    return await open(onRows);
  } finally {
    if (told > 0) tell({ type: 'settled' });
  }
}

/** `products.csv`, `3 files` */
function nameOf([file = '', ...others]: readonly string[]): string {
  if (others.length > 0) return `${number(others.length + 1)} files`;
  return file === '-' ? 'standard input' : basename(shownFile(file));
}
