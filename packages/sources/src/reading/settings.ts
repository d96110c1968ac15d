import { webAddress, withoutCredentials } from 'sequenzy-contract';
import type { CatalogOptions } from '../kinds/products/catalog.ts';
import { SourceError } from '../faults/source-error.ts';
import type { Decimal } from '../money/amount.ts';
import type { Settings, Source } from './format.ts';

/** Checks the options against what the source can do, and fills in their defaults. */
export function settingsFor(source: Source, options: CatalogOptions): Omit<Settings, 'now'> {
  refuseUseless(source, options);
  return {
    currency: currencyOf(options.currency),
    empty: options.empty ?? 'keep',
    includeUnpublished: options.includeUnpublished ?? false,
    storeUrl: storeUrlOf(options.storeUrl),
    strictUrls: options.strictUrls ?? false,
    decimal: decimalOf(options.decimal),
    priceTax: priceTaxOf(options.priceTax),
  };
}

function refuseUseless(source: Source, options: CatalogOptions): void {
  refuseUselessOptions(source.label, [
    options.includeUnpublished === true && !source.marksUnpublished && '--include-unpublished',
    options.priceTax !== undefined && source.asksForTax !== true && '--price-tax',
    options.idFrom !== undefined && source.table?.idField === undefined && '--id-from',
  ]);
}

/**
 * @param useless Options that are given and mean nothing to the source; `false` for each that is not.
 * @throws {SourceError} There is one.
 */
export function refuseUselessOptions(label: string, useless: readonly (string | false)[]): void {
  const first = useless.find((option) => option !== false);
  if (first === undefined) return;
  throw new SourceError(`${first} does not apply to a ${label}`, {
    code: 'bad-option',
    nextStep: 'Leave it out.',
  });
}

export function currencyOf(currency: string | undefined): string | undefined {
  const code = currency?.trim().toUpperCase();
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw new SourceError(`"${currency ?? ''}" is not a currency code`, {
    code: 'bad-option',
    nextStep: 'Give an ISO 4217 code, for example --currency USD.',
  });
}

export function decimalOf(decimal: string | undefined): Decimal | undefined {
  if (decimal === undefined || decimal === '.' || decimal === ',') return decimal;
  throw new SourceError(`"${decimal}" is not a decimal separator`, {
    code: 'bad-option',
    nextStep: 'Use --decimal . or --decimal ,.',
  });
}

function priceTaxOf(priceTax: string | undefined): Settings['priceTax'] {
  if (priceTax === undefined || priceTax === 'included' || priceTax === 'excluded') return priceTax;
  throw new SourceError(`"${priceTax}" does not say whether prices are with tax`, {
    code: 'bad-option',
    nextStep: 'Use --price-tax included or --price-tax excluded.',
  });
}

function storeUrlOf(storeUrl: string | undefined): string | undefined {
  if (storeUrl === undefined) return undefined;
  const url = webAddress(storeUrl);
  if (url !== undefined) return url.replace(/\/+$/, '');
  throw new SourceError(`"${withoutCredentials(storeUrl)}" is not the address of a shop`, {
    code: 'bad-option',
    nextStep: 'Give it in full, for example --store-url https://shop.example.',
  });
}
