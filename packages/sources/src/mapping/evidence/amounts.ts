import { canMean } from '../../money/currency-mark.ts';
import { writingOf } from './decimals.ts';
import { markOf } from './kinds.ts';

/** How the amounts of a column are written, cell by cell. */
export class Amounts {
  readonly #proofs = { '.': 0, ',': 0 };
  readonly #marks = new Set<string>();
  readonly #groups = new Set<string>();
  readonly #ambiguous = new Set<string>();
  #whole: string | undefined;
  #unsigned = 0;
  #calculated: string | undefined;
  #calculations = 0;

  add(cell: string): void {
    const writing = writingOf(cell);
    if (writing === undefined) return;
    const mark = markOf(cell);
    if (mark !== undefined) this.#marks.add(mark);
    if (mark === undefined || !isSign(mark)) this.#unsigned += 1;
    if (writing.is === 'proof') {
      this.#proofs[writing.decimal] += 1;
      if (!calculated.test(cell)) return;
      this.#calculations += 1;
      this.#calculated ??= cell;
    } else if (writing.is === 'silent') {
      if (/\d{3}/.test(cell)) this.#whole ??= cell;
    } else {
      if (this.#ambiguous.size < fewestAlone) this.#ambiguous.add(cell);
      this.#groups.add(/[.,]/.exec(cell)?.[0] ?? '');
    }
  }

  /** The separator that amounts prove, where none of them proves the other one. */
  get decimal(): '.' | ',' | undefined {
    const { '.': points, ',': commas } = this.#proofs;
    if (points > 0 && commas > 0) return undefined;
    if (points + commas === 0) return this.#behindThousands;
    return points > 0 ? '.' : ',';
  }

  /** An amount with two meanings, such as `1,295`, where no other one tells which. */
  get ambiguous(): string | undefined {
    return this.decimal === undefined ? [...this.#ambiguous][0] : undefined;
  }

  /** An amount such as `$1,295`, where its sign tells that it is a thousand, and nothing else does. */
  get thousands(): string | undefined {
    const isTold = this.#proofs['.'] + this.#proofs[','] === 0 && this.decimal !== undefined;
    return isTold ? [...this.#ambiguous][0] : undefined;
  }

  /** An amount with more decimals than any currency has, such as `7.7755`, where many are like it. */
  get calculated(): string | undefined {
    const { '.': points, ',': commas } = this.#proofs;
    return this.#calculations * 10 >= points + commas ? this.#calculated : undefined;
  }

  /** Signs and codes of currencies beside the amounts. */
  get marks(): readonly string[] {
    return [...this.#marks];
  }

  /**
   * What stands behind `$1,295`: written with the sign of a currency, amounts have the decimals of that currency or none.
   * Where one has none (`$899`), or several have three digits behind their separator, it is of thousands.
   */
  get #behindThousands(): '.' | ',' | undefined {
    if (this.#unsigned > 0 || this.#groups.size !== 1) return undefined;
    if (this.#whole === undefined && this.#ambiguous.size < fewestAlone) return undefined;
    return this.#groups.has(',') ? '.' : ',';
  }
}

/** So many different amounts with three digits behind a separator are not written with three decimals by chance. */
const fewestAlone = 5;

/** Four decimals and more. Of these the third and those behind are not all 0, and not what binary arithmetic leaves over. */
const calculated = /(?<![\d.,])\d+[.,](?!\d{2}0+(?!\d))\d{4,12}(?!\d)/;

const threeDecimals = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];

/** A sign or word, and no code, of a currency that does not have three decimals. */
function isSign(mark: string): boolean {
  return !/^[A-Z]{3}$/.test(mark) && !threeDecimals.some((currency) => canMean(mark, currency));
}
