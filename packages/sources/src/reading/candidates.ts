import { SourceError } from '../errors.ts';
import type { DocumentReader, Source } from '../source.ts';
import { canonical, type Columns, type Layout } from '../table/header.ts';

/** A source that was tried on an input, and did not fit. */
export interface Candidate {
  readonly source: Source;
  /** What is missing, in the words of the format. */
  readonly missing: readonly string[];
  /** How much is there. */
  readonly found: number;
}

type Misses = Omit<Candidate, 'source'>;

export function tableMisses(layout: Layout, columns: Columns): Misses {
  const heading = (field: string): string => columns.fields[field]?.[0] ?? field;
  const missing = layout.missing.map(heading);
  const any = `one of ${columns.anyOf.map(heading).join(', ')}`;
  return {
    missing: layout.hasAny ? missing : [...missing, any],
    found: Object.keys(layout.at).length,
  };
}

/** An input without documents misses nothing. */
export function documentMisses(
  document: unknown,
  { required }: DocumentReader,
  map: Readonly<Record<string, string>>,
): Misses {
  if (document === undefined) return { missing: [], found: 0 };
  const keys = typeof document === 'object' && document !== null ? Object.keys(document) : [];
  const mapped = new Map(Object.entries(map).map(([key, field]) => [canonical(key), field]));
  const names = new Set(keys.map((key) => canonical(mapped.get(canonical(key)) ?? key)));
  const missing = required.filter((key) => !names.has(canonical(key)));
  return { missing, found: required.length - missing.length };
}

/** Lists what is recognised, what comes nearest, and what it lacks. */
export function unknownFormat(
  file: string,
  candidates: readonly Candidate[],
  isForced: boolean,
): SourceError {
  const [only] = candidates;
  if (isForced && only !== undefined) {
    return new SourceError(
      `this is no ${only.source.label}: it has no ${only.missing.join(', no ')}`,
      {
        code: 'unknown-format',
        file,
        nextStep: 'Name the columns with --map, or leave the format to be recognised.',
      },
    );
  }
  const nearest = candidates.toSorted(
    (a, b) => a.missing.length - b.missing.length || b.found - a.found,
  );
  const lacks = nearest.map(
    ({ source, missing }) => `a ${source.label} (missing: ${missing.join(', ')})`,
  );
  const names = candidates.map(({ source }) => source.name).join(', ');
  return new SourceError(
    lacks.length === 0
      ? 'no known format is laid out like this'
      : `the format is not recognised. It could be ${lacks.join(' or ')}`,
    {
      code: 'unknown-format',
      file,
      nextStep:
        names === ''
          ? 'Export the products as CSV.'
          : `Name the columns with --map, or the format with --from (${names}).`,
    },
  );
}
