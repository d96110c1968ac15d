import { option, say } from 'sequenzy-contract';
import { SourceError } from '../faults/source-error.ts';
import type { Decimal } from '../money/amount.ts';

/**
 * @param useless Options that are given and mean nothing to the source; `false` for each that is not.
 * @throws {SourceError} There is one.
 */
export function refuseUselessOptions(label: string, useless: readonly (string | false)[]): void {
  const first = useless.find((name) => name !== false);
  if (first === undefined) return;
  throw new SourceError(say`${option(first)} does not apply to a ${label}`, {
    code: 'bad-option',
    nextStep: 'Leave it out.',
  });
}

export function currencyOf(currency: string | undefined): string | undefined {
  const code = currency?.trim().toUpperCase();
  if (code === undefined || /^[A-Z]{3}$/.test(code)) return code;
  throw new SourceError(`"${currency ?? ''}" is not a currency code`, {
    code: 'bad-option',
    nextStep: say`Give an ISO 4217 code, for example ${option('currency', 'USD')}.`,
  });
}

export function decimalOf(decimal: string | undefined): Decimal | undefined {
  if (decimal === undefined || decimal === '.' || decimal === ',') return decimal;
  throw new SourceError(`"${decimal}" is not a decimal separator`, {
    code: 'bad-option',
    nextStep: say`Use ${option('decimal', '.')} or ${option('decimal', ',')}.`,
  });
}
