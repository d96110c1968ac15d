import {
  groups,
  typed,
  type Group,
  type OptionDeclaration,
  type OptionTable,
} from '../options/option.ts';

/** An option in words. */
export interface OptionRow {
  /** `--max-restocks <n>` */
  readonly typed: string;
  readonly meaning: string;
  /** Absent where leaving it out means nothing by itself. */
  readonly default?: string;
  readonly isRare: boolean;
}

export interface OptionGroup {
  readonly heading: string;
  readonly rows: readonly OptionRow[];
}

/** What everybody needs stands above the other options of its group. */
const firstOf: Readonly<Record<Group, string>> = {
  input: 'from',
  sent: 'prune',
  safety: 'dryRun',
  pace: 'rate',
  output: 'rejects',
};

/** The options of a table that help, pages and completion know, by their groups. */
export function optionGroups(table: OptionTable): readonly OptionGroup[] {
  const known = Object.entries(table).filter(([, { isHidden }]) => isHidden !== true);
  const found = Object.entries(groups).map(([group, heading]) => {
    const own = known.filter(([, one]) => one.group === group);
    const isFirst = ([name]: readonly [string, unknown]): boolean =>
      Object.values(firstOf).includes(name);
    const ordered = [...own.filter(isFirst), ...own.filter((one) => !isFirst(one))];
    return { heading, rows: ordered.map(([name, one]) => rowOf(name, one)) };
  });
  return found.filter(({ rows }) => rows.length > 0);
}

function rowOf(name: string, declaration: OptionDeclaration): OptionRow {
  const { description, form, default: usual, initial, isRare = false } = declaration;
  const choices = Array.isArray(form) && form.length > 1 ? ` (${listed(form)})` : '';
  const known = usual ?? (initial === undefined ? undefined : String(initial));
  return {
    typed: typed(name, declaration),
    meaning: description + choices,
    ...(known !== undefined && { default: known }),
    isRare,
  };
}

/** `final or full`, `DMY, MDY or YMD` */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
