import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAddress, shownName } from './address.ts';
import type { TextFile } from './text-file.ts';

/** Finds inputs that were named before, by the same name or by another one such as that of a link. */
export class NamedInputs {
  readonly #names = new Map<string, string>();

  /** What to say of an input that is one of those before; undefined for a new one. */
  async doubleOf(file: string): Promise<string | undefined> {
    const place = await placeOf(file);
    const earlier = this.#names.get(place);
    if (earlier === undefined) this.#names.set(place, file);
    if (earlier === undefined) return undefined;
    const [name, other] = [shownName(file), shownName(earlier)];
    return name === other
      ? `${name} is given twice; it was read once.`
      : `${name} and ${other} are the same file; it was read once.`;
  }
}

async function placeOf(file: string): Promise<string> {
  if (file === '-' || isAddress(file)) return file;
  return realpath(file).catch(() => file);
}

/** Leaves out texts that hold the same as an earlier one, such as a copy of a download, and says so of the earlier. */
export async function withoutCopies(texts: readonly TextFile[]): Promise<TextFile[]> {
  const sizes = await Promise.all(texts.map(async ({ path }) => (await stat(path)).size));
  const hashes = new Map<string, number>();
  const kept: TextFile[] = [];
  for (const [at, text] of texts.entries()) {
    const size = sizes[at] ?? 0;
    const isAlone = sizes.filter((one) => one === size).length === 1;
    const hash = isAlone ? undefined : `${String(size)} ${await hashOf(text.path)}`;
    const earlier = hash === undefined ? undefined : hashes.get(hash);
    const first = earlier === undefined ? undefined : kept[earlier];
    if (earlier === undefined || first === undefined) {
      if (hash !== undefined) hashes.set(hash, kept.length);
      kept.push(text);
      continue;
    }
    const remarks = [
      ...(first.remarks ?? []),
      `${text.name} holds the same as ${first.name}; it was read once.`,
      ...(text.remarks ?? []),
    ];
    kept[earlier] = { ...first, remarks };
  }
  return kept;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array); // no encoding is set
  return hash.digest('hex');
}
