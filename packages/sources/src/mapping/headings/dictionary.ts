import { headingOf, keyOf } from './heading.ts';

/** Languages of the headings. */
type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'ru' | 'sv' | 'da' | 'cs';

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

interface Meanings<Role extends string> {
  readonly exact: Map<string, Meaning<Role>[]>;
  /** Without words such as `de`, which headings leave out: `prix_vente`. */
  readonly loose: Map<string, Meaning<Role>[]>;
}

/** Looks headings up, in any language, case and spelling of `ä` or `ae`. */
export class Dictionary<Role extends string> {
  readonly #entries: readonly Entry<Role>[];
  /** Made on the first look-up: most runs read an export that needs none. */
  #meanings: Meanings<Role> | undefined;

  constructor(entries: readonly Entry<Role>[]) {
    this.#entries = entries;
  }

  /** The best first. Words around what is known, as in `Product title`, a part before a colon (`Price: regular_price`) and a language (`title_en`) do not matter. */
  meaningsOf(name: string): readonly Meaning<Role>[] {
    const { key, bare } = headingOf(name);
    const { exact, loose } = (this.#meanings ??= meaningsIn(this.#entries));
    const found =
      exact.get(key) ??
      exact.get(bare) ??
      loose.get(keyOf(withoutArticles(name))) ??
      loose.get(key);
    if (found !== undefined) return found.toSorted((a, b) => a.tier - b.tier);
    const translated = name.replace(/[\s_-]+\(?(en|fr|it|nl|pl|ru)\)?$/i, '');
    if (translated !== name && translated !== '') return this.meaningsOf(translated);
    const [before = '', behind = ''] = name.split(/:(.*)/s);
    if (behind.trim() === '') return [];
    const last = this.meaningsOf(behind);
    return last.length > 0 ? last : this.meaningsOf(before);
  }
}

function meaningsIn<Role extends string>(entries: readonly Entry<Role>[]): Meanings<Role> {
  const exact = new Map<string, Meaning<Role>[]>();
  const loose = new Map<string, Meaning<Role>[]>();
  for (const { role, tier, words } of entries) {
    for (const list of Object.values(words)) {
      for (const word of list.split(',')) {
        add(exact, keyOf(word), { role, tier });
        add(loose, keyOf(withoutArticles(word)), { role, tier });
      }
    }
  }
  return { exact, loose };
}

function add<Role extends string>(
  meanings: Map<string, Meaning<Role>[]>,
  key: string,
  meaning: Meaning<Role>,
): void {
  const known = meanings.get(key) ?? [];
  const isKnown = known.some(({ role }) => role === meaning.role);
  if (key !== '' && !isKnown) meanings.set(key, [...known, meaning]);
}

function withoutArticles(text: string): string {
  return text.replace(/(?<!\p{L})(de|du|des|la|le|el|del|di|da|do|d|l)(?=[\s_'’-]+\p{L})/giu, ' ');
}
