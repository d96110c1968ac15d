import { closest, distance } from 'fastest-levenshtein';
import * as z from 'zod';
import { feedSchemas } from './feed-schema.ts';
import { at } from './at.ts';
import { configSchema } from './config-schema.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a config, and where. */
export interface ConfigFault {
  readonly path: readonly PropertyKey[];
  /** A clause without its full stop. */
  readonly problem: string;
  readonly nextStep: string;
}

/** The first fault in words: what stood there is not shown, since it may be a secret. */
export function faultOf(issue: Issue, value: unknown): ConfigFault {
  const path = issue.path;
  const shown = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = keysAt(path, value);
    return {
      path: [...path, key],
      problem: `"${key}" is not known here`,
      nextStep: suggestion(key, known),
    };
  }
  if (issue.code === 'invalid_union' && path.at(-1) === 'command') {
    const given = at(value, path);
    const commands = Object.keys(feedSchemas);
    const problem =
      given === undefined
        ? `${shown} is missing`
        : `${shown}: ${JSON.stringify(given)} cannot be a feed`;
    return {
      path,
      problem,
      nextStep: suggestion(typeof given === 'string' ? given : '', commands),
    };
  }
  if (at(value, path) === undefined) {
    return {
      path,
      problem: `${shown} is missing`,
      nextStep: 'docs/nightly.md shows a whole config.',
    };
  }
  const nextStep = issue.message.startsWith('Expected ') ? `${issue.message}.` : expectation(issue);
  return { path, problem: `${shown} cannot be used`, nextStep };
}

function expectation(issue: Issue): string {
  const { code } = issue;
  if (code === 'invalid_type') return `Expected ${article(issue.expected)}.`;
  if (code === 'invalid_value') return `Expected ${issue.values.map(String).join(' or ')}.`;
  return `${issue.message}.`;
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text; put a number or a date in quotes',
    object: 'names and values',
    record: 'names and values',
    boolean: 'true or false',
    int: 'a whole number',
    number: 'a number',
    array: 'a list',
  };
  return names[type] ?? type;
}

/** The nearest one, where it is near, else all of them. */
function suggestion(given: string, known: readonly string[]): string {
  const near = known.length === 0 ? '' : closest(given, known);
  const isNear = near !== '' && distance(given, near) <= Math.max(2, Math.floor(near.length / 3));
  return isNear ? `Did you mean ${near}?` : `Known here: ${known.join(', ')}.`;
}

/** What may stand at a path. */
function keysAt(path: readonly PropertyKey[], value: unknown): readonly string[] {
  let schema: z.ZodType = configSchema;
  for (const [depth, step] of path.entries()) {
    const next = below(schema, step, at(value, path.slice(0, depth)));
    if (next === undefined) return [];
    schema = next;
  }
  const whole = chosen(schema, at(value, path));
  const keys = whole instanceof z.ZodObject ? Object.keys(whole.shape) : [];
  return keys.filter((key) => key !== '$schema');
}

function below(schema: z.ZodType, step: PropertyKey, value: unknown): z.ZodType | undefined {
  const whole = chosen(schema, value);
  if (whole instanceof z.ZodObject) return asSchema(whole.shape[String(step)]);
  if (whole instanceof z.ZodRecord) return asSchema(whole.valueType);
  return whole instanceof z.ZodArray ? asSchema(whole.element) : undefined;
}

/** Of a feed the schema of its command. */
function chosen(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional) return chosen(schema.unwrap() as z.ZodType, value); // one of this library
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const command = at(value, ['command']);
  return Object.entries(feedSchemas).find(([name]) => name === command)?.[1] ?? schema;
}

function asSchema(schema: unknown): z.ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined;
}
