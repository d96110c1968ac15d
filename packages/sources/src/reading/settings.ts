import type { CatalogOptions } from '../catalog.ts';
import { SourceError } from '../errors.ts';
import type { Decimal } from '../product/amount.ts';
import type { Settings, Source } from '../source.ts';

/** Checks the options against what the source can do, and fills in their defaults. */
export function settingsFor(source: Source, options: CatalogOptions): Settings {
  refuseUseless(source, options);
  return {
    currency: currencyOf(options.currency),
    empty: options.empty ?? 'keep',
    includeUnpublished: options.includeUnpublished ?? false,
    storeUrl: storeUrlOf(options.storeUrl),
    decimal: decimalOf(options.decimal),
    now: (options.now ?? Date.now)(),
  };
}

function refuseUseless(source: Source, options: CatalogOptions): void {
  const useless = [
    options.includeUnpublished === true && !source.marksUnpublished && '--include-unpublished',
    options.storeUrl !== undefined && !source.usesStoreUrl && '--store-url',
    options.idFrom !== undefined && source.table?.idField === undefined && '--id-from',
  ].find((option) => option !== false);
  if (useless === undefined) return;
  throw new SourceError(`${useless} has no meaning for a ${source.label}`, {
    code: 'bad-option',
    nextStep: 'Leave it out.',
  });
}

export function currencyOf(currency: string | undefined): string | undefined {
  const code = currency?.trim().toUpperCase();
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw new SourceError(`"${currency ?? ''}" is no currency`, {
    code: 'bad-option',
    nextStep: 'Give an ISO 4217 code, for example --currency USD.',
  });
}

export function decimalOf(decimal: string | undefined): Decimal | undefined {
  if (decimal === undefined || decimal === '.' || decimal === ',') return decimal;
  throw new SourceError(`"${decimal}" is no decimal separator`, {
    code: 'bad-option',
    nextStep: 'Use --decimal . or --decimal , (option decimal).',
  });
}

function storeUrlOf(storeUrl: string | undefined): string | undefined {
  if (storeUrl === undefined) return undefined;
  const url = URL.canParse(storeUrl) ? new URL(storeUrl) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol))
    return storeUrl.trim().replace(/\/+$/, '');
  throw new SourceError(`"${storeUrl}" is no web address`, {
    code: 'bad-option',
    nextStep: 'Give it in full, for example --store-url https://shop.example.',
  });
}
