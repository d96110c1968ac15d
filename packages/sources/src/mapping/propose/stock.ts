import type { Column } from '../evidence/column.ts';
import { yesNoOf } from '../evidence/yes-no.ts';
import type { ProductRole } from '../headings/products/dictionary.ts';
import type { Mapping, Rule } from '../language/mapping.ts';
import type { Assignment } from './assignment.ts';

/** Values of a status of products that say it is not on sale. */
const hidden =
  /^(draft|archived?|hidden|inactive|disabled|deleted|discontinued|unpublished|private|pending|entwurf|archiviert|inaktiv|versteckt|gelöscht|brouillon|archivé|inactif|borrador|archivado|inactivo|bozza|archiviato|inattivo|rascunho|arquivado|inativo|concept|gearchiveerd|inactief|szkic|nieaktywny|ukryty|черновик|архив|неактивен|скрыт)$/i;

/** How the opposite of a yes is written, which need not be in the file yet. */
const opposites = new Map(
  'true/false yes/no y/n 1/0 on/off ja/nein oui/non si/no sim/não tak/nie да/нет active/inactive published/draft'
    .split(' ')
    .map((pair) => pair.split('/') as [string, string]), // two in each
);

/** Which products are on sale, where a column says so. */
export function conditionsOf({ of }: Assignment<ProductRole>): NonNullable<Mapping['where']> {
  const where: NonNullable<Mapping['where']> = {};
  const [visible, status] = [of.get('visible'), of.get('status')];
  const unwanted = visible === undefined ? [] : noValues(visible);
  if (visible !== undefined && unwanted.length > 0) where[visible.name] = { not: unwanted };
  const asleep = (status?.values ?? []).filter((value) => hidden.test(value));
  if (status !== undefined && asleep.length > 0) where[status.name] = { not: asleep };
  return where;
}

/** Figures of what was sold, in a table that has more of them. */
const sales =
  /umsatz|revenue|turnover|\bsold\b|verkauft|chiffre d.affaires|ventas|vendas|vendite|vendute|verkocht|omzet|sprzedan|obrót|выручка|продано/iu;

/** Beside figures of sales, a column that is only called a number says how many were sold. */
export function withoutSold(columns: readonly Column[]): readonly Column[] {
  if (!columns.some(({ heading }) => sales.test(heading))) return columns;
  return columns.filter(
    ({ heading }) =>
      !/^(menge|anzahl|st[uü]ck|quantity|qty|units|quantit[éàa]|qt[éàa]|cantidad|unidades|quantidade|aantal|ilo[sś][cć]|liczba|количество)$/iu.test(
        heading.trim(),
      ),
  );
}

function noValues({ values = [] }: Column): string[] {
  const opposite = values.flatMap((value) => opposites.get(value.toLowerCase()) ?? []);
  const seen = values.filter((value) => yesNoOf(value) === false);
  const isSeen = new Set(seen.map((value) => value.toLowerCase()));
  return [...seen, ...new Set(opposite)].filter(
    (value, at) => at < seen.length || !isSeen.has(value),
  );
}

/** Whether and how much is in stock: a column of numbers says how much, one of words whether. */
export function stockRules(
  { of }: Assignment<ProductRole>,
  fieldOf: (field: string) => string,
): Record<string, Rule> {
  const rules: Record<string, Rule> = {};
  for (const column of [of.get('inStock'), of.get('quantity')]) {
    if (column === undefined) continue;
    const isCount = column.is('quantity') && !column.is('yesNo');
    const isNamedCount = column === of.get('quantity') && column.is('quantity');
    const field = fieldOf(isCount || isNamedCount ? 'inventoryQuantity' : 'inStock');
    rules[field] ??= column.name;
  }
  return rules;
}
