import { isObject, isRecord, shortened } from 'sequenzy-contract';

/** Something in an answer that contradicts its status. */
export interface Evidence {
  /** What it is, behind "200 with": `an error`. */
  readonly what: string;
  /** The server's own sentence about it. */
  readonly said: string | undefined;
}

/** Members that hold an error wherever they hold anything, as `plain` names them. */
const errorMembers = [
  'error',
  'errors',
  'errormessage',
  'exception',
  'failures',
  'failed',
] as const;
const statusMembers = ['status', 'result', 'statuscode', 'code'] as const;

/** Members that some servers wrap an answer in: they are judged like the answer itself, one level down. */
const envelopes = ['data', 'result', 'response'] as const;

/** Some name of a member, of all with commas between them, may speak of an error: else none need be spelt out. */
const telling = /err|exc|fail|success|(?:^|,)[_-]*o[_-]*k[_-]*(?:,|$)/i;
const wrapping = /data|result|response/i;

/** Whether an answer with members of these names, with commas between them, may hold an error or wrap one. */
export function mayDeny(names: string): boolean {
  return telling.test(names) || wrapping.test(names);
}

type Json = Readonly<Record<string, unknown>>;

const failure = /^(error|errors|fail|failed|failure|rejected|refused|denied|invalid)$/i;
const no = /^(false|no|n|off|0)$/i;
const nothing = /^(|false|no|none|null|0|ok)$/i;

/** What speaks against an answer to a question: it is not an object, or an error. */
export function errorIn(answer: unknown): Evidence | undefined {
  if (!isRecord(answer)) return { what: `${shown(answer)} instead of an object`, said: undefined };
  return firstIn(answer, (layer) => {
    if (!telling.test(Object.keys(layer).join())) return undefined;
    const json = plain(layer);
    const member = errorMembers.find((name) => holdsSomething(json[name]));
    if (member !== undefined)
      return { what: 'an error', said: wordsIn(json) ?? shown(json[member]) };
    const { success, ok } = json;
    const denial = [success, ok].find((value) => isNo(value) || isFailure(value));
    return denial === undefined
      ? undefined
      : { what: `success ${shown(denial)}`, said: wordsIn(json) };
  });
}

/**
 * What speaks against something having been done: an error, a status that means one, or one of these members being
 * false in any spelling. Members that are absent or unknown say nothing.
 */
export function denialIn(answer: unknown, members: readonly string[] = []): Evidence | undefined {
  const error = errorIn(answer);
  if (error !== undefined || !isRecord(answer)) return error;
  return firstIn(answer, (layer) => {
    const json = plain(layer);
    const status = statusMembers.find((name) => isFailure(json[name]) || isErrorStatus(json[name]));
    const denied = status ?? members.find((name) => isNo(json[name]) || isFailure(json[name]));
    if (denied === undefined) return undefined;
    const name = Object.keys(layer).find((one) => plainName(one) === denied) ?? denied;
    return { what: `${name} ${shown(json[denied])}`, said: wordsIn(json) };
  });
}

/** An answer, and what it is wrapped in with it: an object, or a list of them. */
export function layersOf(answer: unknown): Json[] {
  if (!isRecord(answer)) return [];
  if (!wrapping.test(Object.keys(answer).join())) return [answer];
  const json = plain(answer);
  const wrapped = envelopes.flatMap((name) => json[name]).filter(isRecord);
  return [answer, ...wrapped];
}

function firstIn(
  answer: unknown,
  look: (layer: Json) => Evidence | undefined,
): Evidence | undefined {
  for (const layer of layersOf(answer)) {
    const found = look(layer);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Members by their names without case, `_` and `-`: `Success`, `error_message`. */
function plain(json: Json): Json {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [plainName(name), value]));
}

function plainName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** Whether a value says no, however it is spelt. */
function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && no.test(value.trim()));
}

/** A value of the server's, shortened. */
export function shown(value: unknown): string {
  try {
    const json = JSON.stringify(value) as string | undefined; // undefined has none
    return json === undefined ? 'nothing' : shortened(json, 100);
  } catch {
    return 'something'; // nested too deep
  }
}

function isFailure(value: unknown): boolean {
  return typeof value === 'string' && failure.test(value.trim());
}

/** Some servers repeat in the body the HTTP status that they meant. */
function isErrorStatus(value: unknown): boolean {
  const isNumber =
    typeof value === 'number' || (typeof value === 'string' && /^\d{3}$/.test(value));
  return isNumber && Number(value) >= 400 && Number(value) < 600;
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'string') return !nothing.test(value.trim());
  if (typeof value === 'number') return value !== 0;
  return isObject(value) ? Object.keys(value).length > 0 : value === true;
}

/** The first sentence that may be meant for a person. */
function wordsIn(json: Json): string | undefined {
  for (const name of [...errorMembers, 'message', 'description', 'title', 'reason']) {
    const value = json[name];
    const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
    const inner = isRecord(first) ? (first['message'] ?? first['error'] ?? first['code']) : first;
    if (typeof inner === 'string' && !nothing.test(inner.trim())) return shortened(inner);
  }
  return undefined;
}
