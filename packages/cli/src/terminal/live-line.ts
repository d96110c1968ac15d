import { SingleBar } from 'cli-progress';
import { asciiOf, needsAscii } from './ascii.ts';
import type { Io, Output } from './io.ts';

/** A line at the bottom of a terminal, drawn anew several times a second. Consists of our own words only. */
export class LiveLine {
  readonly #output: Output;
  readonly #text: (columns: number) => string;
  readonly #isAscii: boolean;
  #bar: SingleBar | undefined;

  /** @param text What the line says now, in so many columns. */
  constructor({ stderr, env }: Pick<Io, 'stderr' | 'env'>, text: (columns: number) => string) {
    this.#output = stderr;
    this.#isAscii = needsAscii(env);
    this.#text = text;
    this.#show();
  }

  /** Writes something above the line. */
  above(write: () => void): void {
    this.clear();
    write();
    this.#show();
  }

  /** Takes the line away. */
  clear(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  /** Leaves the last state standing. */
  leave(): void {
    if (this.#bar === undefined) return;
    this.clear();
    this.#output.write(`${this.#line()}\n`);
  }

  #show(): void {
    this.#bar = new SingleBar({
      stream: this.#output,
      format: () => this.#line(),
      // Fitted to the width instead of switching the terminal's wrapping off: a killed process leaves it as it was.
      linewrap: true,
      forceRedraw: true,
      clearOnComplete: true,
      gracefulExit: false,
    });
    this.#bar.start(1, 0);
  }

  /** Some terminals say 0 columns. */
  #line(): string {
    const { columns = 0 } = this.#output;
    const text = this.#text((columns > 0 ? columns : 80) - 1);
    return this.#isAscii ? asciiOf(text) : text;
  }
}
