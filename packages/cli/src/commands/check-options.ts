import type { Command } from 'commander';
import type { GlobalFlags } from './global-options.ts';

/** What the commands that look for damage have in common. */
export interface FixFlags {
  readonly fix?: string;
}

export function addFixOption(command: Command): Command {
  return command.option('--fix <out.csv>', 'write the file with every repair that is certain');
}

/** Findings of a kind that a report lists. The others are only counted: a million would not fit into a document. */
export function mostFound({ json }: GlobalFlags): number {
  return json === true ? 1000 : 20;
}
