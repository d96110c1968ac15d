import { turn } from 'sequenzy-contract';
import { SaxesParser } from 'saxes';
import { pendingOf } from '../xml/pending.ts';
import { damaged } from './archive.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told of an XML text. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Characters of one text. A cell of a spreadsheet holds 32,767. */
const longestText = 16 * 1024 * 1024;

/**
 * Goes through an XML text in constant memory.
 *
 * @param options.between Is awaited after each chunk; `stop` ends the reading.
 * @throws {SourceError} It is not well-formed.
 */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  {
    file,
    between,
  }: { readonly file: string; readonly between?: () => Promise<'stop' | undefined> },
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const pending = pendingOf(parser);
  const names = new Map<string, string>();
  const local = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const own = name.slice(name.indexOf(':') + 1);
    names.set(name, own);
    return own;
  };
  parser.on('opentag', ({ name, attributes }) => {
    listener.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    listener.close(local(name));
  });
  if (listener.text !== undefined) {
    const add = listener.text.bind(listener);
    parser.on('text', add);
    parser.on('cdata', add);
  }
  parser.on('error', (error) => {
    throw damaged(file, error);
  });
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    if (pending.text.length > longestText || pending.name.length > longestText) {
      throw damaged(file, 'a text in it is larger than 16 MiB');
    }
    if ((await between?.()) === 'stop') return;
    await turn();
  }
  parser.close();
}

/** By the byte order mark, without which it is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
