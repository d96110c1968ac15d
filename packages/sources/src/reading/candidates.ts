import { isRecord, joined, option, say, type Words } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { ReadingOptions } from './reading-options.ts';
import type { DocumentReader, Format } from './format.ts';
import { canonical, type Columns } from '../table/columns.ts';
import type { Layout } from '../table/header.ts';
import { listed } from '../text/listed.ts';
import { hasMappedFields } from './mapping-options.ts';

/** A source that was tried on an input. */
export interface Candidate<Found extends Format = Format> {
  readonly source: Found;
  /** What is missing, in the words of the format. */
  readonly missing: readonly string[];
  /** How much could be missing. */
  readonly wanted: number;
  /** The columns or keys that say something to it. */
  readonly known: ReadonlySet<string>;
}

type Misses = Omit<Candidate, 'source'>;

/** @param isForced The user named the source, so only what it cannot do without is asked for. */
export function tableMisses(layout: Layout, columns: Columns, isForced: boolean): Misses {
  const heading = (field: string): string => columns.fields[field]?.[0] ?? field;
  const missing = layout.missing.map(heading);
  const groups = [columns.anyOf, columns.andAnyOf ?? []].filter(({ length }) => length > 0);
  const any = groups
    .filter((fields) => fields.every((field) => layout.at[field] === undefined))
    .map((fields) => `one of ${fields.map(heading).join(', ')}`);
  const unknown = new Set(layout.unknown);
  return {
    missing: isForced ? missing : [...missing, ...any],
    wanted: columns.required.length + groups.length,
    known: new Set(layout.names.filter((name) => !unknown.has(name))),
  };
}

/** An input without documents misses nothing. */
export function documentMisses(document: unknown, reader: DocumentReader<unknown, never>): Misses {
  if (document === undefined) return { missing: [], wanted: 0, known: new Set() };
  const { required, mark, fields } = reader;
  const members = isRecord(document) ? document : {};
  if (reader.saysNone?.(members) === true)
    return { missing: [], wanted: 0, known: new Set(['nothing']) };
  const names = new Set(Object.keys(members).map(canonical));
  const missing = required.filter((key) => !names.has(canonical(key)));
  const isMarked = mark === undefined || mark.isOn(members);
  return {
    missing: isMarked ? missing : [...missing, mark.says],
    wanted: required.length + (mark === undefined ? 0 : 1),
    known: new Set(fields.map(canonical).filter((field) => names.has(field))),
  };
}

/** Those that miss nothing; among them, those that have the fields that the user speaks of. */
export function fitting<Fit extends Candidate>(
  candidates: readonly Fit[],
  options: ReadingOptions,
): Fit[] {
  const fits = candidates.filter(({ missing }) => missing.length === 0);
  const meant = fits.filter(({ source }) => hasMappedFields(source, options));
  return meant.length > 0 ? meant : fits;
}

/**
 * The one that fits and makes the most of the input.
 *
 * @param fits In the order in which sources are tried.
 * @throws {SourceError} Two make equally much of it, or it could be of two platforms: only the user can tell.
 */
export function bestOf<Fit extends Candidate>(file: string, fits: readonly Fit[]): Fit | undefined {
  const most = Math.max(...fits.map(({ known }) => known.size));
  const best = fits.find(({ known }) => known.size === most);
  if (best === undefined) return undefined;
  if (most === 0) return fits.at(-1); // nothing in it that could tell
  const rivals = fits.filter((one) => one !== best && isRival(one, best));
  if (rivals.length === 0) return best;
  const sources = [best, ...rivals].map(({ source }) => source);
  const labels = sources.map(({ label }) => `a ${label}`).join(' or ');
  const names = sources.map(({ name }) => name);
  throw new SourceError(`this can be ${labels}`, {
    code: 'ambiguous',
    file,
    candidates: names,
    nextStep: say`Say which: ${joined(names.flatMap((name, at) => [at === 0 ? '' : ' or ', option('from', name)]))}.`,
  });
}

/** It knows as much; or both are of a platform, and it knows something that the best one does not. */
function isRival(one: Candidate, best: Candidate): boolean {
  if (one.known.size === best.known.size) return true;
  if (one.source.isGeneral === true || best.source.isGeneral === true) return false;
  return [...one.known].some((name) => !best.known.has(name));
}

/**
 * Lists the columns, and what the nearest formats lack, where they are near: most of what they need is there.
 *
 * @param names The columns of a table, or the keys of the first document.
 */
export function unknownFormat(
  file: string,
  candidates: readonly Candidate[],
  isForced: boolean,
  names: readonly string[],
): SourceError {
  const [only] = candidates;
  if (isForced && only !== undefined) {
    return new SourceError(
      `this is not in the format ${only.source.label}: it lacks ${only.missing.join(' and ')}`,
      {
        code: 'unknown-format',
        file,
        nextStep: say`Name the columns with ${option('map')}, or leave the format to be recognised.`,
      },
    );
  }
  const nearest = candidates
    .filter(({ missing, wanted }) => candidates.length === 1 || missing.length * 2 < wanted)
    .toSorted((a, b) => a.missing.length - b.missing.length || b.known.size - a.known.size);
  const lacks = nearest
    .slice(0, 2)
    .map(({ source, missing }) => `a ${source.label} (missing: ${missing.join(', ')})`);
  const columns = names.length === 0 ? [] : [`Its columns are: ${listed(names)}`];
  const near = lacks.length === 0 ? [] : [`It could be ${lacks.join(' or ')}`];
  return new SourceError(
    candidates.length === 0
      ? 'no known format is laid out like this'
      : ['the format is not recognised', ...columns, ...near].join('. '),
    {
      code: 'unknown-format',
      file,
      nextStep: wayOut(candidates),
    },
  );
}

/** Where there is only one format, as of stock, nobody can choose. */
function wayOut(candidates: readonly Candidate[]): Words {
  const names = candidates.map(({ source }) => source.name).join(', ');
  if (candidates.length === 0) return 'Export as CSV.';
  if (candidates.length === 1) return say`Name the columns with ${option('map')}.`;
  return say`Name the columns with ${option('map')}, or the format with ${option('from')} (${names}).`;
}
