import type { Answer } from '../http/answer.ts';
import { problem } from '../http/problem.ts';

/**
 * What a key may be allowed to do. Only the form (`products:write`) and `account:read` are documented;
 * the other names follow it and are this project's assumption.
 */
export const scopes = [
  'account:read',
  'products:read',
  'products:write',
  'orders:write',
  'checkouts:write',
  'back_in_stock:write',
  'subscribers:read',
  'subscribers:write',
  'sequences:read',
  'sequences:write',
  'sync_rules:read',
  'sync_rules:write',
  'events:read',
] as const;

export type Scope = (typeof scopes)[number];

/** A key the sandbox knows. */
export interface SandboxKey {
  readonly key: string;
  /** What it may do. Default: everything. */
  readonly scopes?: readonly Scope[];
  /** Of these scopes, those that its owner's role in the workspace takes away again. Default: none. */
  readonly roleRestrictedScopes?: readonly Scope[];
  /** False: what it starts sends no mail. Default: true. */
  readonly canSendLive?: boolean;
  /**
   * Ids of the companies it reaches; each has data of its own. The header `x-company-id` picks one, the first is taken
   * without it. Default: `['comp_sandbox']`. A personal key is one with several companies.
   */
  readonly companies?: readonly [string, ...string[]];
}

export const defaultKey = 'seq_live_sandbox';
const defaultCompany = 'comp_sandbox';

/** A known key, every default filled in. */
export interface KnownKey {
  readonly key: string;
  readonly scopes: readonly Scope[];
  readonly roleRestrictedScopes: readonly Scope[];
  readonly canSendLive: boolean;
  readonly companies: readonly [string, ...string[]];
  readonly fullAccess: boolean;
  /** Position in the list of keys, from 1: its id shows this and never the key. */
  readonly number: number;
}

/** Who sends, and for which company. */
export interface Caller {
  readonly key: KnownKey;
  readonly companyId: string;
}

export type KeyOption = string | readonly (string | SandboxKey)[];

export class Keyring {
  readonly #keys: ReadonlyMap<string, KnownKey>;

  constructor(option: KeyOption) {
    const list = typeof option === 'string' ? [option] : option;
    this.#keys = new Map(
      list.map((entry, index) => {
        const known = complete(typeof entry === 'string' ? { key: entry } : entry, index + 1);
        return [known.key, known];
      }),
    );
  }

  /** The company that is meant when nobody names one. */
  get firstCompany(): string {
    const [first] = this.#keys.values();
    return first?.companies[0] ?? defaultCompany;
  }

  /** A known key as it came. */
  find(token: string | undefined): KnownKey | undefined {
    return token === undefined ? undefined : this.#keys.get(token);
  }
}

/** The key of `Authorization: Bearer <key>`. */
export function bearerOf(headers: Headers): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function complete(entry: SandboxKey, number: number): KnownKey {
  return {
    key: entry.key,
    scopes: entry.scopes ?? scopes,
    roleRestrictedScopes: entry.roleRestrictedScopes ?? [],
    canSendLive: entry.canSendLive ?? true,
    companies: entry.companies ?? [defaultCompany],
    fullAccess: entry.scopes === undefined,
    number,
  };
}

/** Picks the caller's company, or says why the key may not: 403 for a company that is not the key's. */
export function chooseCompany(key: KnownKey, headers: Headers): Caller | Answer {
  const asked = headers.get('x-company-id');
  if (asked === null) return { key, companyId: key.companies[0] };
  if (key.companies.includes(asked)) return { key, companyId: asked };
  return problem(403, `API key has no access to company ${asked}`);
}

/** Whether the key may do it: the scope was given, and the role of its owner leaves it. */
export function grants({ scopes, roleRestrictedScopes }: KnownKey, scope: Scope): boolean {
  return scopes.includes(scope) && !roleRestrictedScopes.includes(scope);
}

export function missingScope(scope: string): Answer {
  return problem(403, `API key is missing required scope: ${scope}`);
}
