import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Parts of an archive: its bytes by their name. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip archive, as a workbook is one. Its parts lie in it in this order. */
export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2024, 0, 1));
  for (const [name, content] of Object.entries(parts)) {
    // The type of an OpenDocument file is written as it is, so that programs find it at once.
    zip.addBuffer(Buffer.from(content), name, { mtime, compress: name !== 'mimetype' });
  }
  zip.end();
  return buffer(zip.outputStream);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
