import type { Dialect, Statement } from './statement.ts';

/** A cell as text; `null` where there is nothing. */
export type Cell = string | null;

/** Rows that came together. The first part of a result has the names of its columns. */
export interface Part {
  readonly columns?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A connection inside a transaction that only reads, and sees the database as it was when it began. */
export interface Snapshot {
  /** The database's own clock when the transaction began, ISO in UTC with microseconds. */
  readonly begun: string;
  /** The rows of a query by a cursor, some at a time. */
  read(statement: Statement): AsyncIterable<Part>;
  /** Ends the transaction and the connection. */
  close(): Promise<void>;
}

/** How one kind of database is read. What it throws is a DatabaseError. */
export interface Driver {
  readonly dialect: Dialect;
  /** @throws {SourceError} It is not the address of such a database. */
  checkAddress(address: string): void;
  connect(address: string, signal: AbortSignal): Promise<Snapshot>;
}
