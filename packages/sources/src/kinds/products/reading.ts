import { webAddress, withoutCredentials, option, say } from 'sequenzy-contract';
import type { CatalogOptions } from './catalog.ts';
import type { Reading } from '../../reading/read-files.ts';
import { homeMadeName, type HomeMade } from '../../reading/home-made.ts';
import { CurrencyWatch } from './currency-watch.ts';
import { homeMadeProducts } from './home-made.ts';
import type { Settings, Source } from './source.ts';
import { products, type ProductTypes } from './kind.ts';
import { SourceError } from '../../faults/source-error.ts';
import { currencyOf, decimalOf, refuseUselessOptions } from '../../reading/option-values.ts';

/** How files are read as products. */
export function readingOf(
  sources: readonly Source[],
  files: readonly string[],
  options: CatalogOptions,
  { time, behind }: { readonly time: TimeRead; readonly behind: HomeMade<Source>['behind'] },
): Reading<ProductTypes> {
  return {
    kind: products,
    sources,
    files,
    options,
    homeMade: homeMadeProducts(options, behind),
    unread: () => new CurrencyWatch(options.currency),
    settingsFor: (source) => time.over(settingsFor(source, options)),
  };
}

/** Checks the options against what the source can do, and fills in their defaults. */
function settingsFor(source: Source, options: CatalogOptions): Omit<Settings, 'now'> {
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
    options.includeUnpublished === true && !source.marksUnpublished && 'includeUnpublished',
    options.priceTax !== undefined && source.asksForTax !== true && 'priceTax',
    options.idFrom !== undefined && !takesId(source, options) && 'idFrom',
  ]);
}

/** A proposed mapping takes the column as well. */
function takesId(source: Source, { mapping, idFrom }: CatalogOptions): boolean {
  if (typeof mapping === 'object') return mapping.fields['productId'] === idFrom;
  return source.table?.idField !== undefined || source.name === homeMadeName;
}

function priceTaxOf(priceTax: string | undefined): Settings['priceTax'] {
  if (priceTax === undefined || priceTax === 'included' || priceTax === 'excluded') return priceTax;
  throw new SourceError(`"${priceTax}" does not say whether prices are with tax`, {
    code: 'bad-option',
    nextStep: say`Use ${option('priceTax', 'included')} or ${option('priceTax', 'excluded')}.`,
  });
}

function storeUrlOf(storeUrl: string | undefined): string | undefined {
  if (storeUrl === undefined) return undefined;
  const url = webAddress(storeUrl);
  if (url !== undefined) return url.replace(/\/+$/, '');
  throw new SourceError(`"${withoutCredentials(storeUrl)}" is not the address of a shop`, {
    code: 'bad-option',
    nextStep: say`Give it in full, for example ${option('storeUrl', 'https://shop.example')}.`,
  });
}

/** The time a catalog is read at, and whether anything in it depends on that. */
export class TimeRead {
  isTimeRead = false;
  readonly #now: number;

  /** @param now Milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now();
  }

  /** Settings that notice when a source looks at the time. */
  over(settings: Omit<Settings, 'now'>): Settings {
    const read = (): number => {
      this.isTimeRead = true;
      return this.#now;
    };
    return Object.defineProperty({ ...settings, now: 0 }, 'now', { get: read, enumerable: true });
  }
}
