import { InvalidArgumentError } from 'commander';
import { currencyCodeOf, currencyCodes } from 'sequenzy-jobs/config/currency-code.ts';

/** Longer lists help nobody. */
const mostSuggested = 3;

/** `usd` -> `USD`. A code nobody pays with is a slip, and would end up in every amount. */
export function currency(text: string): string {
  const code = currencyCodeOf(text);
  if (code !== undefined) return code;
  const near = similar(text.toUpperCase(), [...currencyCodes()]);
  const hint = near.length > 0 ? ` (Did you mean ${near.join(' or ')}?)` : '';
  throw new InvalidArgumentError(`Expected an ISO 4217 code, such as USD.${hint}`);
}

/** The same letters in another order before one letter wrong, missing or too many. */
function similar(code: string, known: readonly string[]): string[] {
  const swapped = known.filter((candidate) => lettersOf(candidate) === lettersOf(code));
  const found = swapped.length > 0 ? swapped : known.filter((candidate) => isNear(code, candidate));
  return found.length > mostSuggested ? [] : found;
}

function lettersOf(code: string): string {
  return Array.from(code).sort().join('');
}

function isNear(code: string, candidate: string): boolean {
  const longest = Math.max(code.length, candidate.length);
  let same = 0;
  while (same < longest && code[same] === candidate[same]) same += 1;
  const rest = (text: string): string => text.slice(text.length < longest ? same : same + 1);
  return Math.abs(code.length - candidate.length) <= 1 && rest(code) === rest(candidate);
}
