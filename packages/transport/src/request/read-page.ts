import { ApiAnswerError } from '../errors/api-error.ts';

/** A page of a list, and how many records were asked for at last. */
export interface Page<Read> {
  readonly page: Read;
  readonly size: number;
}

/** Reads a page of a list. One that is larger than may be read of an answer is read again with half as many records. */
export async function readPage<Read>(
  size: number,
  read: (size: number) => Promise<Read>,
): Promise<Page<Read>> {
  try {
    return { page: await read(size), size };
  } catch (error) {
    const isTooLarge = error instanceof ApiAnswerError && error.code === 'too-large';
    if (!isTooLarge || size <= 1) throw error;
    return readPage(Math.floor(size / 2), read);
  }
}
