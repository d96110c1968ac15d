import type { Words } from 'sequenzy-contract';
import type { Ledger } from 'sequenzy-commerce';
import type { Connection, ConnectionOptions } from 'sequenzy-jobs/connect/connection.ts';
import { openMemory } from 'sequenzy-jobs/memory/memory.ts';
import { whichCompany } from 'sequenzy-jobs/memory/which-company.ts';
import type { Io } from '../terminal/io.ts';
import type { Secrets } from 'sequenzy-contract';
import { ownerText } from './redis.ts';

interface RelayMemory {
  readonly connection: Connection;
  readonly options: ConnectionOptions;
  readonly io: Io;
  readonly secrets: Secrets;
  /** State folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly warn: (words: Words) => void;
  /** Where it is remembered beside the queue; undefined: in the state folder. */
  readonly ledgerOf: ((owner: string) => Promise<Ledger>) | undefined;
}

/** That of Redis is closed with the queue. */
type Closable = Ledger & { readonly close?: () => Promise<void> };

/** What the relay has sent: opened when first needed, since the API has to say whose it is; closed at its end. */
export class LazyMemory {
  readonly #memory: RelayMemory;
  #opening: Promise<Closable> | undefined;

  constructor(memory: RelayMemory) {
    this.#memory = memory;
  }

  /** One that could not be opened is opened again. */
  readonly open = (): Promise<Ledger> => {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  };

  async close(): Promise<void> {
    const ledger = await this.#opening?.catch(() => undefined);
    await ledger?.close?.();
  }

  async #open(): Promise<Closable> {
    const { connection, ledgerOf, ...request } = this.#memory;
    if (ledgerOf === undefined) {
      return openMemory(connection, { ...request, onWatched: () => () => undefined }, 'relay');
    }
    const { company } = request.options;
    const owner = { company: await whichCompany(connection, { ...request, company }) };
    return ledgerOf(ownerText({ ...owner, origin: connection.identity.origin }));
  }
}
