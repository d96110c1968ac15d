import { secretPattern } from './secret.ts';

const looksLikeKey = /\b(?:seq|sk)_[a-z]+_\w{6,}/g;

/** What must never be shown. Everything that is written goes through `redact` first. */
export class Secrets {
  readonly #hidden = new Map<string, RegExp>();

  hide(secret: string): void {
    const text = secret.trim();
    for (const spelling of [text, JSON.stringify(text).slice(1, -1)]) {
      const pattern = secretPattern(spelling);
      if (pattern !== undefined) this.#hidden.set(spelling, pattern);
    }
  }

  /** Keys that were typed where they do not belong. */
  hideKeysIn(words: readonly string[]): void {
    for (const word of words) for (const [key] of word.matchAll(looksLikeKey)) this.hide(key);
  }

  redact(text: string): string {
    let shown = text;
    for (const pattern of this.#hidden.values()) shown = shown.replace(pattern, '[key]');
    return shown;
  }
}
