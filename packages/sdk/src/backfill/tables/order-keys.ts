import { KeyTable } from './key-table.ts';

/** Numbers customers and orders, for all that is kept of them. */
export class OrderKeys {
  /** By e-mail address, as `emailKey` has it. */
  readonly customers = new KeyTable();
  /** By orderId. */
  readonly orders = new KeyTable();
}
