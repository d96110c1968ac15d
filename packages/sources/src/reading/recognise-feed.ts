import { flattenXml } from '../containers/xml/flatten.ts';
import { rowElements } from '../containers/xml/row-elements.ts';
import { SourceError } from '../faults/source-error.ts';
import type { TextFile } from '../input/text-file.ts';
import type { Workspace } from '../spool/workspace.ts';
import type { Format } from './format.ts';
import { homeMadeName, MappingNeeded, proposeElements } from './home-made.ts';
import { saysFormat } from './mapping-options.ts';
import { recogniseTable, type Known, type Recognised } from './recognise-table.ts';

/**
 * Finds the source of an XML text.
 *
 * @throws {SourceError} As {@link recognise}.
 */
export async function recogniseFeed<Found extends Format>(
  text: TextFile,
  known: Known<Found>,
  workspace: Workspace,
): Promise<Recognised<Found>> {
  const mapped = known.sources.filter(({ name }) => name === homeMadeName);
  if (mapped.length > 0) return recogniseMapped(text, { ...known, sources: mapped }, workspace);
  const feeds = known.sources.filter(({ table }) => table?.elements !== undefined);
  const elements = feeds.flatMap(({ table }) => table?.elements ?? []);
  const flat = await flattenXml(text, elements, workspace);
  const table = { text: flat.text, delimiter: ',', isFlattened: true } as const;
  const found = recogniseTable(table, flat.names, { ...known, sources: feeds });
  if (!(found instanceof SourceError)) return { ...found, warnings: [] };
  const made =
    found.code === 'unknown-format' ? await recogniseHomeMade(text, known, workspace) : undefined;
  if (made === undefined) throw found;
  return made;
}

/** A mapping names its rows, or they are the first that can be. */
async function recogniseMapped<Found extends Format>(
  text: TextFile,
  known: Known<Found>,
  workspace: Workspace,
): Promise<Recognised<Found>> {
  const { mapping } = known.options;
  const named = typeof mapping === 'object' ? mapping.documents : undefined;
  const element = named ?? (await rowElements(text))[0] ?? '';
  const flat = await flattenXml(text, [element], workspace, true);
  const table = { text: flat.text, delimiter: ',', isFlattened: true } as const;
  const found = recogniseTable(table, flat.names, known);
  if (found instanceof SourceError) throw found;
  return { ...found, warnings: [] };
}

/**
 * Proposes how elements are read that no platform has written.
 *
 * @throws {MappingNeeded} The proposal leaves something open, or nobody has accepted it yet.
 */
async function recogniseHomeMade<Found extends Format>(
  text: TextFile,
  { options, unusable, homeMade }: Known<Found>,
  workspace: Workspace,
): Promise<Recognised<Found> | undefined> {
  if (homeMade === undefined || saysFormat(options)) return undefined;
  for (const element of await rowElements(text)) {
    const flat = await flattenXml(text, [element], workspace, true);
    const proposal = await proposeElements(flat, element, homeMade);
    if (proposal === undefined) continue;
    const isOpen = options.mapping !== 'auto' || proposal.problems.length > 0;
    if (isOpen) throw new MappingNeeded(proposal);
    const table = { text: flat.text, delimiter: ',', isFlattened: true } as const;
    const sources = [homeMade.behind(proposal.mapping)];
    const found = recogniseTable(table, flat.names, { sources, options, unusable });
    if (found instanceof SourceError) throw found;
    return { ...found, warnings: [], proposal };
  }
  return undefined;
}
