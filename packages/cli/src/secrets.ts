/** Shorter ones would take ordinary words out of the output. */
const shortest = 8;

const looksLikeKey = /\b(?:seq|sk)_[a-z]+_\w{6,}/g;

/** What must never be shown. Everything that is written goes through `redact` first. */
export class Secrets {
  readonly #hidden = new Set<string>();

  hide(secret: string): void {
    const text = secret.trim();
    if (text.length < shortest) return;
    this.#hidden.add(text);
    this.#hidden.add(JSON.stringify(text).slice(1, -1));
  }

  /** Keys that were typed where they do not belong. */
  hideKeysIn(words: readonly string[]): void {
    for (const word of words) for (const [key] of word.matchAll(looksLikeKey)) this.hide(key);
  }

  redact(text: string): string {
    let shown = text;
    for (const secret of this.#hidden) shown = shown.replaceAll(secret, '[key]');
    return shown;
  }
}
