import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AtomicFile } from 'sequenzy-store';
import type { Identity } from '../connect/connection.ts';
import { unusableState } from '../state/state-folder.ts';

interface Content {
  readonly salt: string;
  /** Salted hash of key and origin -> company. */
  readonly companies: Readonly<Record<string, string>>;
}

/** Which company a key belongs to, as the API said last, for runs that have no network. */
export class Companies {
  readonly #folder: string;
  readonly #content: Content;

  private constructor(folder: string, content: Content) {
    this.#folder = folder;
    this.#content = content;
  }

  /** A file that is missing or damaged knows nothing: it can be asked for again. */
  static async read(folder: string): Promise<Companies> {
    const text = await readFile(fileIn(folder), 'utf8').catch(() => '');
    return new Companies(folder, parse(text) ?? { salt: newSalt(), companies: {} });
  }

  /** Makes hashes worthless to those who do not have it. */
  get salt(): string {
    return this.#content.salt;
  }

  of(identity: Identity): string | undefined {
    return this.#content.companies[this.hashOf(identity)];
  }

  hashOf({ key, origin }: Identity): string {
    return createHmac('sha256', this.#content.salt)
      .update(`${origin}\n${key}`)
      .digest('hex')
      .slice(0, 32);
  }

  /** @throws {UserError} when it cannot be written. */
  async remember(identity: Identity, company: string): Promise<void> {
    if (this.of(identity) === company) return;
    const { salt, companies } = this.#content;
    const content = {
      version: 1,
      salt,
      companies: { ...companies, [this.hashOf(identity)]: company },
    };
    try {
      const file = await AtomicFile.create(fileIn(this.#folder));
      await file.write(`${JSON.stringify(content)}\n`);
      await file.keep();
    } catch (error) {
      throw unusableState(this.#folder, error);
    }
  }
}

function fileIn(folder: string): string {
  return join(folder, 'companies.json');
}

function newSalt(): string {
  return randomBytes(16).toString('hex');
}

function parse(text: string): Content | undefined {
  try {
    const { version, salt, companies } = JSON.parse(text) as Record<string, unknown>; // looked at below
    if (version !== 1 || typeof salt !== 'string' || typeof companies !== 'object')
      return undefined;
    const known = Object.entries(companies ?? {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return { salt, companies: Object.fromEntries(known) };
  } catch {
    return undefined;
  }
}
