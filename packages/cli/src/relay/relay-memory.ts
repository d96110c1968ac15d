import type { Words } from 'sequenzy-contract';
import type { FileLedger } from 'sequenzy-commerce/node';
import type { Connection, ConnectionOptions } from 'sequenzy-jobs/connect/connection.ts';
import { openMemory } from 'sequenzy-jobs/memory/memory.ts';
import type { Io } from '../terminal/io.ts';
import type { Secrets } from 'sequenzy-contract';

interface RelayMemory {
  readonly connection: Connection;
  readonly options: ConnectionOptions;
  readonly io: Io;
  readonly secrets: Secrets;
  /** State folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly warn: (words: Words) => void;
}

/** What the relay has sent: opened when first needed, since the API has to say whose it is; closed at its end. */
export class LazyMemory {
  readonly #memory: RelayMemory;
  #opening: Promise<FileLedger> | undefined;

  constructor(memory: RelayMemory) {
    this.#memory = memory;
  }

  /** One that could not be opened is opened again. */
  readonly open = (): Promise<FileLedger> => {
    const { connection, ...request } = this.#memory;
    this.#opening ??= openMemory(
      connection,
      { ...request, onWatched: () => () => undefined },
      'relay',
    ).catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  };

  async close(): Promise<void> {
    const ledger = await this.#opening?.catch(() => undefined);
    await ledger?.close();
  }
}
