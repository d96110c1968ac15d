import { rmSync } from 'node:fs';

/** Folders that are in use. */
const folders = new Set<string>();

/** A process that ends in the middle, as by `process.exit`, takes its temporary files along. */
export function removeAtExit(folder: string): void {
  if (folders.size === 0) process.on('exit', removeAll);
  folders.add(folder);
}

/** It has been removed. */
export function forget(folder: string): void {
  folders.delete(folder);
  if (folders.size === 0) process.off('exit', removeAll);
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
