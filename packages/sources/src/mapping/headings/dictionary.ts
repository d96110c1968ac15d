import { headingOf, keyOf } from './heading.ts';

/** Languages of the headings. */
type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'ru';

/** Headings of one role, several of them with commas between them. */
export interface Entry<Role extends string = string> {
  readonly role: Role;
  /** 0: the heading says it. Higher: it says so where no column says it better. */
  readonly tier: number;
  readonly words: Readonly<Partial<Record<Language, string>>>;
}

/** What a heading can stand for. */
export interface Meaning<Role extends string = string> {
  readonly role: Role;
  readonly tier: number;
}

/** Looks headings up, in any language, case and spelling of `ä` or `ae`. */
export class Dictionary<Role extends string> {
  readonly #meanings = new Map<string, Meaning<Role>[]>();

  constructor(entries: readonly Entry<Role>[]) {
    for (const { role, tier, words } of entries) {
      for (const list of Object.values(words)) {
        for (const word of list.split(',')) this.#add(keyOf(word), { role, tier });
      }
    }
  }

  /** The best first. Words around what is known, as in `Product title`, do not matter. */
  meaningsOf(name: string): readonly Meaning<Role>[] {
    const heading = headingOf(name);
    const own = this.#meanings.get(heading.key) ?? [];
    const found = own.length > 0 ? own : (this.#meanings.get(heading.bare) ?? []);
    return found.toSorted((a, b) => a.tier - b.tier);
  }

  #add(key: string, meaning: Meaning<Role>): void {
    const known = this.#meanings.get(key) ?? [];
    const isKnown = known.some(({ role }) => role === meaning.role);
    if (key !== '' && !isKnown) this.#meanings.set(key, [...known, meaning]);
  }
}
