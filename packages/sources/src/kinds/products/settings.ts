import { webAddress, withoutCredentials } from 'sequenzy-contract';
import { SourceError } from '../../faults/source-error.ts';
import { currencyOf, decimalOf, refuseUselessOptions } from '../../reading/option-values.ts';
import type { CatalogOptions } from './catalog.ts';
import type { Settings, Source } from './source.ts';

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
