import type { RejectsWriter } from './rejects-writer.ts';

/** Puts the rejects files in place; a failure is a warning, because everything else has been done. */
export async function closeRejects(
  writer: Pick<RejectsWriter, 'close'> | undefined,
  warn: (sentence: string) => void,
): Promise<readonly string[]> {
  const written = await writer?.close();
  if (written?.failure !== undefined) {
    warn(`The rejects file could not be written: ${written.failure}.`);
  }
  return written?.files ?? [];
}
