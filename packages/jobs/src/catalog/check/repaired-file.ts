import { option, isFull, reasonOf } from 'sequenzy-contract';
import type { TableInspection } from 'sequenzy-sources';
import { AtomicFile } from 'sequenzy-store';
import { exitCodes } from '../../report/exit-codes.ts';
import { UserError } from '../../report/user-error.ts';
import { csvLine } from '../../rejects/csv.ts';
import { atItsOrigin, refusal } from './fix-target.ts';

/** A table that is written anew, and appears under its name when it is whole. */
export class RepairedFile {
  readonly #file: AtomicFile;
  readonly #delimiter: string;

  private constructor(file: AtomicFile, delimiter: string) {
    this.#file = file;
    this.#delimiter = delimiter;
  }

  /** @throws {UserError} The input is not CSV, or the file cannot be written. */
  static async create(path: string, inspection: TableInspection): Promise<RepairedFile> {
    const [input = ''] = inspection.files;
    const delimiter = inspection.delimiter(input);
    if (delimiter === undefined) {
      throw refusal(`only CSV is repaired, and ${input} is XML`, atItsOrigin);
    }
    const file = new RepairedFile(await orTell(path, AtomicFile.create(path)), delimiter);
    await file.add(inspection.header(input));
    return file;
  }

  async add(cells: readonly string[]): Promise<void> {
    await this.#or(this.#file.write(csvLine(cells, this.#delimiter)));
  }

  async keep(): Promise<void> {
    await this.#or(this.#file.keep());
  }

  async discard(): Promise<void> {
    await this.#file.discard();
  }

  #or(work: Promise<void>): Promise<void> {
    return orTell(this.#file.path, work);
  }
}

async function orTell<Done>(path: string, work: Promise<Done>): Promise<Done> {
  try {
    return await work;
  } catch (error) {
    throw new UserError(
      'bad-fix-file',
      `${path} cannot be written (${reasonOf(error)})`,
      isFull(error) ? 'Make room, and run it again.' : 'Name a file elsewhere.',
      {
        exitCode: isFull(error) ? exitCodes.stopped : exitCodes.usage,
        place: { option: option('fix') },
      },
    );
  }
}
