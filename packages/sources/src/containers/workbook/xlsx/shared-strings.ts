import type { Archive } from '../archive.ts';
import { Strings } from '../strings.ts';
import { readXml } from '../xml.ts';
import { RichText } from './rich-text.ts';

/**
 * The texts that cells name by their number, in a file of their own: there can be millions.
 *
 * @param path Where they go.
 */
export async function sharedStrings(
  archive: Archive,
  part: string | undefined,
  { path, file }: { readonly path: string; readonly file: string },
): Promise<Strings> {
  const strings = await Strings.create(path);
  const rich = new RichText();
  try {
    if (part !== undefined) {
      await readXml(
        archive.bytes(part),
        {
          open: (name) => {
            rich.open(name);
          },
          close: (name) => {
            rich.close(name);
            if (name === 'si') strings.add(rich.take());
          },
          text: (text) => {
            rich.add(text);
          },
        },
        { file, between: () => strings.drain().then(() => undefined) },
      );
    }
  } finally {
    await strings.finish();
  }
  return strings;
}
