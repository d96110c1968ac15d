import type * as z from 'zod/mini';
import { isObject } from './json.ts';
import { withoutCredentials } from './web-address.ts';

/** One thing that is wrong with a record. */
export interface Fault {
  /** Where, as it would be written in code: `variants[2].priceCents`. Empty for the record itself. */
  readonly path: string;
  /** What is wrong, and what was expected, in one line. */
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Every fault of a value that a schema refused, with the value that was found. */
export function faultsOf(error: z.core.$ZodError, input: unknown): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, input));
}

function faultsOfIssue(issue: Issue, input: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      message: 'is not a field of the API',
    }));
  }
  return [{ path: formatPath(issue.path), message: messageOf(issue, valueAt(input, issue.path)) }];
}

function messageOf(issue: Issue, value: unknown): string {
  if (value === undefined) return 'is required';
  const got = `got ${shown(value)}`;
  if (issue.code === 'invalid_type' && issue.message === genericMessage) {
    return `expected ${withArticle(issue.expected)}, ${got}`;
  }
  if (issue.code === 'invalid_value') {
    return `expected one of ${issue.values.map(String).join(', ')}, ${got}`;
  }
  return issue.message === genericMessage ? `is not valid, ${got}` : `${issue.message}, ${got}`;
}

/** What a schema says where it has no sentence of its own. */
export const genericMessage = 'Invalid input';

function withArticle(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** `['variants', 2, 'priceCents']` -> `variants[2].priceCents` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${String(part)}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (isObject(value) ? Reflect.get(value, part) : undefined),
    input,
  );
}

const longest = 60;

function shown(value: unknown): string {
  const text = typeof value === 'object' ? describe(value) : literal(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(withoutCredentials(value)) : String(value);
}

function describe(value: object | null): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'a Date: write date.toISOString()';
  return Array.isArray(value) ? 'a list' : 'an object';
}
