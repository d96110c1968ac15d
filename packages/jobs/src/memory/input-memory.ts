import { createHmac } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { RemoteOptions, Validators } from 'sequenzy-sources';
import { isAddress } from 'sequenzy-sources/address';
import type { Connection } from '../connect/connection.ts';
import { mapChoiceOf } from '../input/mapping-file.ts';
import { given, namesRead, productReading } from '../input/reading-options.ts';
import { Companies } from './companies.ts';
import type { ProductChoices } from '../input/records/record-choices.ts';
import { readInputs, writeInputs, type RememberedInputs } from './inputs-file.ts';

/** What decides what is made of the inputs. */
export interface MemoryChoices extends ProductChoices {
  readonly full?: boolean | undefined;
  readonly prune?: unknown;
  readonly feed?: string | undefined;
}

export interface MemoryPlace {
  readonly connection: Pick<Connection, 'identity'>;
  /** State folder, made and fit for writing. */
  readonly folder: string;
}

/**
 * What servers said of the inputs of the last complete run with the same inputs and options, so that a run with nothing
 * new in it costs one request for each. An address may hold a token: only a salted hash of it is kept. What another run
 * has sent since makes it worthless.
 */
export class InputMemory {
  /** When the inputs were used last; undefined where nothing is known of them. */
  since: string | undefined;
  readonly #request: MemoryPlace;
  readonly #options: MemoryChoices;
  readonly #told = new Map<string, Validators>();
  #remembered: ReadonlyMap<string, Validators> = new Map();

  private constructor(options: MemoryChoices, request: MemoryPlace) {
    this.#options = options;
    this.#request = request;
  }

  /** Undefined where an input lies on a disk or everything is to be sent: then it has to be read whole. */
  static async of(options: MemoryChoices, request: MemoryPlace): Promise<InputMemory | undefined> {
    const { files, full = false } = options;
    const isFetched = files.length > 0 && files.every(isAddress);
    if (full || !isFetched) return undefined;
    const memory = new InputMemory(options, request);
    await memory.#recall();
    return memory;
  }

  /** How the inputs are to be fetched. */
  get remote(): RemoteOptions {
    return {
      ...this.#options.remote,
      remembered: this.#remembered,
      onValidators: (file, validators) => this.#told.set(file, validators),
    };
  }

  /** Call after a complete run, the ledger closed. Where a server says nothing of a file's state, nothing is kept. */
  async remember(ledgerFile: string, now: number): Promise<void> {
    const validators = this.#options.files.map((file) => this.#told.get(file) ?? {});
    if (!validators.every(({ etag, lastModified }) => (etag ?? lastModified) !== undefined)) return;
    const { folder } = this.#request;
    const companies = await Companies.read(folder);
    const name = this.#fileName(companies);
    if (name === undefined) return;
    const since = new Date(now).toISOString();
    const state = { since, ledgerFile, ledger: await stateOf(ledgerFile), validators };
    await writeInputs(folder, name, { hash: await this.#hash(companies), state });
  }

  async #recall(): Promise<void> {
    const { folder } = this.#request;
    const companies = await Companies.read(folder);
    const name = this.#fileName(companies);
    const known = name === undefined ? undefined : await readInputs(folder, name);
    const last = known?.get(await this.#hash(companies));
    if (last === undefined) return;
    if (last.ledger !== (await stateOf(last.ledgerFile))) return;
    this.since = last.since;
    this.#remembered = validatorsOf(last, this.#options.files);
  }

  /** One file a company and origin; undefined while the company is not known. */
  #fileName(companies: Companies): string | undefined {
    const { identity } = this.#request.connection;
    const company = this.#options.connection?.company ?? companies.of(identity);
    return company && companies.hashOf({ key: company, origin: identity.origin });
  }

  /** Everything that decides what is made of the inputs. */
  async #hash(companies: Companies): Promise<string> {
    const { files, map, prune, feed } = this.#options;
    const mapping = map === undefined ? null : await mapChoiceOf(map, []);
    const reading = given(this.#options, namesRead(productReading));
    const made = [files, mapping, reading, prune !== undefined, feed ?? null, __VERSION__];
    const text = JSON.stringify(made);
    return createHmac('sha256', companies.salt).update(text).digest('hex').slice(0, 32);
  }
}

function validatorsOf(
  { validators }: RememberedInputs,
  files: readonly string[],
): Map<string, Validators> {
  return new Map(files.map((file, at) => [file, validators[at] ?? {}]));
}

/** Changes whenever a run has written something down; empty while it does not exist. */
async function stateOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? '' : `${String(found.size)} ${String(found.mtimeMs)}`;
}
