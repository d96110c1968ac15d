import { describe, expect, it } from 'vitest';
import { secretPattern } from './secret.ts';

function shown(text: string, secret: string): string {
  const pattern = secretPattern(secret);
  return pattern === undefined ? text : text.replace(pattern, '[key]');
}

describe('a secret', () => {
  it.each([
    ['anywhere, in every spelling of JSON', 'aseq_live_1b "\\nseq_live_1"', 'seq_live_1', 'a[key]b "\\n[key]"'],
    ['with signs that mean something in an expression', 'x a.b*c(d)-e$ y', 'a.b*c(d)-e$', 'x [key] y'],
    ['as a whole word where it is a word', 'password passwords mypassword, "\\npassword"', 'password', '[key] passwords mypassword, "\\n[key]"'],
    ['not where it is shorter than eight characters', 'An API key', 'k', 'An API key'],
    ['not where it is seven', 'secrets', 'secrets', 'secrets'],
  ])('is hidden %s', (_, text, secret, expected) => {
    expect(shown(text, secret)).toBe(expected);
  }); // prettier-ignore
});
