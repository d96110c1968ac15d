import { SourceError } from '../faults/source-error.ts';

/** Stops a download that takes too long. Limits in milliseconds. */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #file: string;
  readonly #first: NodeJS.Timeout;
  readonly #whole: NodeJS.Timeout;
  readonly #user: AbortSignal | undefined;

  /** @param file As it is to be named in messages. */
  constructor(
    file: string,
    limits: { readonly firstByteTimeout: number; readonly timeout: number },
    user: AbortSignal | undefined,
  ) {
    this.#file = file;
    this.#user = user;
    this.#first = this.#after(limits.firstByteTimeout, 'the server has sent nothing within');
    this.#whole = this.#after(limits.timeout, 'the download is not finished after');
  }

  /** Aborted by a limit or by the user. */
  get signal(): AbortSignal {
    const own = this.#controller.signal;
    return this.#user === undefined ? own : AbortSignal.any([own, this.#user]);
  }

  firstByteArrived(): void {
    clearTimeout(this.#first);
  }

  end(): void {
    clearTimeout(this.#first);
    clearTimeout(this.#whole);
  }

  #after(milliseconds: number, problem: string): NodeJS.Timeout {
    return setTimeout(() => {
      this.#controller.abort(
        new SourceError(`${problem} ${String(milliseconds / 1000)} s`, {
          code: 'unreadable',
          file: this.#file,
          nextStep: 'Try again later, or download the file and name it by its path.',
        }),
      );
    }, milliseconds);
  }
}
