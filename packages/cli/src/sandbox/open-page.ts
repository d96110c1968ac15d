import { reasonOf } from 'sequenzy-contract';
import type { Printer } from '../terminal/printer.ts';

/** Shows a page in the user's browser. Where that does not work its address is enough: it was told. */
export async function openPage(address: string, err: Pick<Printer, 'sentence'>): Promise<void> {
  const { default: open } = await import('open');
  try {
    const browser = await open(address);
    browser.once('error', () => undefined);
  } catch (error) {
    err.sentence(`No browser could be started (${reasonOf(error)}). Open ${address} yourself.`);
  }
}
