import { reasonOf, systemCode } from 'sequenzy-contract';
import { readFile } from 'node:fs/promises';
import { UserError } from 'sequenzy-jobs/report/user-error.ts';
import type { Sandbox } from 'sequenzy-sandbox';
import { AtomicFile } from 'sequenzy-store';

/** Lines that are written at once. */
const bundle = 1000;

/** The file that a sandbox is kept in. */
export class StateFile {
  readonly file: string;
  readonly #sandbox: Sandbox;

  constructor(file: string, sandbox: Sandbox) {
    this.file = file;
    this.#sandbox = sandbox;
  }

  /**
   * Reads it into the sandbox.
   *
   * @param mustExist Whether a file that is not there yet is an error. Default: it is an empty sandbox.
   * @throws {UserError}
   */
  async load(mustExist = false): Promise<void> {
    try {
      this.#sandbox.restore((await readFile(this.file, 'utf8')).split('\n'));
    } catch (error) {
      if (systemCode(error) === 'ENOENT' && !mustExist) return;
      const problem = `${this.file} cannot be read as the state of a sandbox (${reasonOf(error)})`;
      const advice = mustExist
        ? 'Name a file that sandbox --state has written.'
        : 'Name another file, or start over with --reset.';
      throw new UserError('state-file', problem, advice);
    }
  }

  /**
   * Writes what the sandbox holds in place of what the file held, as a whole or not at all.
   *
   * @throws {UserError}
   */
  async save(): Promise<void> {
    try {
      const file = await AtomicFile.create(this.file);
      let lines: string[] = [];
      for (const line of this.#sandbox.save()) {
        if (lines.push(line) < bundle) continue;
        await file.write(`${lines.join('\n')}\n`);
        lines = [];
      }
      await file.write(`${lines.join('\n')}\n`);
      await file.keep();
    } catch (error) {
      const problem = `The state of the sandbox could not be kept in ${this.file} (${reasonOf(error)})`;
      throw new UserError('state-file', problem, 'Name a file in a folder that can be written to.');
    }
  }
}
