import { isRecord } from 'sequenzy-contract';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { definitionOf, readPublished } from './published.ts';

let known: Ajv2020 | undefined;

/** Compiled once, and only where there is a document. */
function validator(): Ajv2020 {
  if (known !== undefined) return known;
  known = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats(known);
  known.addSchema(readPublished());
  return known;
}

/** Parses what `--json` has printed. Throws where it is not one document that its published schema describes. */
export function documentIn(stdout: string): Record<string, unknown> {
  const document: unknown = JSON.parse(stdout);
  if (!isRecord(document)) throw new Error(`${stdout} is not a document`);
  const { $id, $defs } = readPublished();
  const command = String(document['command']);
  const own = command.startsWith('rehearse') ? 'rehearse' : definitionOf(command);
  const name = own in $defs ? own : 'UsageError';
  const ajv = validator();
  if (!ajv.validate(`${$id}#/$defs/${name}`, document)) {
    const errors = (ajv.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
    throw new Error(`${name} is not as its schema says:\n${errors.join('\n')}\n${stdout}`);
  }
  return document;
}
