import { SourceError } from '../faults/source-error.ts';
import type { ReadingOptions } from './reading-options.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Format } from './format.ts';
import type { Input } from './inputs.ts';
import type { Proposal } from '../mapping/propose/proposal.ts';
import type { Recognition } from './recognition.ts';
import type { Recognised, Surroundings } from './recognise-table.ts';
import { recognise } from './recognise.ts';
import { refuseUnknownFields } from './mapping-options.ts';

/** Inputs of one format. */
export interface RecognisedInputs<Found extends Format> {
  readonly source: Found;
  readonly inputs: readonly Input[];
  /** Of the first. */
  readonly recognition: Recognition;
  readonly warnings: readonly string[];
  /** How the columns of the first are read, where no platform has written it. */
  readonly proposal?: Proposal | undefined;
}

/**
 * Finds the one source that reads all of the texts.
 *
 * @throws {SourceError} One is not recognised, or they are of different formats.
 */
export async function recogniseAll<Found extends Format>(
  texts: readonly TextFile[],
  known: readonly Found[],
  options: ReadingOptions,
  surroundings: Surroundings<Found>,
): Promise<RecognisedInputs<Found>> {
  const unusable = known.flatMap((source) => source.unusable ?? []);
  const around = { ...surroundings, unusable: [...unusable, ...surroundings.unusable] };
  let sources = sourcesFor(known, options, surroundings);
  const recognised: Recognised<Found>[] = [];
  for (const text of texts) {
    const one = await recognise(text, sources, options, around);
    recognised.push(one);
    // What was proposed for the first file holds for all of them.
    if (one.proposal !== undefined) sources = [one.source];
  }
  const [first, ...others] = recognised;
  if (first === undefined) throw new RangeError('no input');
  for (const other of others) refuseMixed(first, other);
  refuseUnknownFields(first.source, options);
  const { source, recognition, proposal } = first;
  const warnings = recognised.flatMap((one) => one.warnings);
  return { source, recognition, warnings, proposal, inputs: recognised.map(({ input }) => input) };
}

function sourcesFor<Found extends Format>(
  known: readonly Found[],
  { from = 'auto', mapping }: ReadingOptions,
  { homeMade }: Surroundings<Found>,
): readonly Found[] {
  const sources = from === 'auto' ? known : [sourceNamed(from, known)];
  if (mapping === undefined || mapping === 'auto' || homeMade === undefined) return sources;
  return [homeMade.behind(mapping)];
}

function sourceNamed<Found extends Format>(name: string, known: readonly Found[]): Found {
  const source = known.find((one) => one.name === name);
  if (source !== undefined) return source;
  const names = known.map((one) => one.name);
  throw new SourceError(`"${name}" is not a known format`, {
    code: 'bad-option',
    value: name,
    nextStep: `Use auto or one of: ${names.join(', ')}.`,
  });
}

function refuseMixed(first: Recognised<Format>, other: Recognised<Format>): void {
  const kinds = { table: 'CSV', document: 'JSON' } as const;
  const named = ({ source, input }: Recognised<Format>): string =>
    `${input.text.name} (${source.label}, ${kinds[input.kind]})`;
  if (first.source === other.source && first.input.kind === other.input.kind) return;
  throw new SourceError(
    `these files are of different formats: ${named(first)} and ${named(other)}`,
    {
      code: 'mixed-formats',
      file: other.input.text.name,
      nextStep: 'Run once for each format.',
    },
  );
}
