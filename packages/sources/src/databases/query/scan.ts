/** What differs between databases in how texts and comments are written. */
export interface Syntax {
  /** `'it\'s'` */
  readonly hasBackslashes: boolean;
  /** `$$ … $$` */
  readonly hasDollarQuotes: boolean;
  /** `# comment` */
  readonly hasHashComments: boolean;
  /** `[a name]` */
  readonly hasBrackets: boolean;
}

/** A part of a query, at its place: text as it stands, or a parameter. */
type Piece = { readonly at: number } & ({ readonly text: string } | { readonly name: string });

export interface Scanned {
  /** Without what ends the statement. */
  readonly pieces: readonly Piece[];
  readonly names: ReadonlySet<string>;
  /** Where something stands behind the statement. */
  readonly extra: number | undefined;
  /** In upper case, behind comments and brackets; empty where there is none. */
  readonly firstWord: string;
}

/** Finds `:name` outside of texts, names in quotes and comments, and where the statement ends. */
export function scanned(sql: string, syntax: Syntax): Scanned {
  const token = tokenOf(syntax);
  const pieces: Piece[] = [];
  const names = new Set<string>();
  let from = 0;
  let end: number | undefined;
  let extra: number | undefined;
  let firstWord = '';
  for (const match of sql.matchAll(token)) {
    const [text] = match;
    const at = match.index;
    const { quiet, name, word } = match.groups ?? {};
    if (quiet !== undefined) continue;
    if (end !== undefined) {
      if (text !== ';') extra ??= at;
    } else if (text === ';') {
      end = at;
    } else if (name !== undefined) {
      pieces.push({ at: from, text: sql.slice(from, at) }, { at, name });
      names.add(name);
      from = at + text.length;
    } else if (firstWord === '' && text !== '(') {
      firstWord = word === undefined ? text : word.toUpperCase();
    }
  }
  pieces.push({ at: from, text: `${sql.slice(from, end).trimEnd()}\n` });
  return { pieces, names, extra, firstWord };
}

function tokenOf({
  hasBackslashes,
  hasDollarQuotes,
  hasHashComments,
  hasBrackets,
}: Syntax): RegExp {
  const escaped = hasBackslashes ? String.raw`|\\[^]` : '';
  const inside = (quote: string): string =>
    `${quote}(?:[^${quote}\\\\]|${quote}${quote}${escaped || '|\\\\'})*${quote}?`;
  const quiet = [
    String.raw`\s+`,
    String.raw`--[^\n]*`,
    ...(hasHashComments ? [String.raw`#[^\n]*`] : []),
    String.raw`\/\*[^]*?(?:\*\/|$)`,
  ];
  const texts = [
    ...(hasDollarQuotes
      ? [String.raw`[eE]'(?:[^'\\]|''|\\[^])*'?`, String.raw`\$(?<tag>\w*)\$[^]*?\$\k<tag>\$`]
      : []),
    inside("'"),
    inside('"'),
    '`[^`]*`?',
    ...(hasBrackets ? [String.raw`\[[^\]\n]*\]`] : []),
  ];
  const rest = [
    String.raw`::`,
    String.raw`:(?<name>[A-Za-z_]\w*)`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
    '[^]',
  ];
  return new RegExp([`(?<quiet>${quiet.join('|')})`, ...texts, ...rest].join('|'), 'g');
}
