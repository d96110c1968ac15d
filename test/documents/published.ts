import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemasOf, type JsonSchema } from './json-schema.ts';

const cli = join(import.meta.dirname, '../../packages/cli');

/** What the package publishes. */
export const published = join(cli, 'schemas/documents.json');

interface Published extends JsonSchema {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

export function readPublished(): Published {
  return JSON.parse(readFileSync(published, 'utf8')) as Published; // written by us
}

/** Name of the definition of a command: `catalog-sync`. */
export function definitionOf(command: string): string {
  return command.replaceAll(' ', '-');
}

/** The schema of all documents, made of their types. A command alone is `#/$defs/catalog-sync`. */
export function documentsSchema(): Published {
  const { members, definitions } = schemasOf(join(cli, 'src/documents/documents.ts'), 'Documents');
  const commands = Object.entries(members).map(
    ([name, schema]) => [definitionOf(name), schema] as const,
  );
  const all = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:sequenzy-cli:documents:1',
    title: 'What sequenzy-cli prints with --json',
    anyOf: commands.map(([name]) => ({ $ref: `#/$defs/${name}` })),
    $defs: { ...Object.fromEntries(commands), ...definitions },
  };
  return all;
}
