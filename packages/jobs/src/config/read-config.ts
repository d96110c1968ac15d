import { access, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { reasonOf } from 'sequenzy-contract';
import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../report/user-error.ts';
import { configSchema, type Config } from './config-schema.ts';
import { faultOf } from './fault.ts';
import { Places } from './places.ts';

/** A config as it was read. */
export interface ReadConfig {
  /** As it was named or found. */
  readonly file: string;
  /** Where relative paths begin. */
  readonly folder: string;
  readonly config: Config;
  /** As it was written, for those who want to see it. */
  readonly written: unknown;
  readonly places: Pick<Places, 'of'>;
}

const names = ['sequenzy.config.yaml', 'sequenzy.config.yml', 'sequenzy.config.json'];

/** The config in the folder where the process was started; undefined where there is none. */
export async function findConfig(folder = '.'): Promise<string | undefined> {
  for (const name of names) {
    const isThere = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (isThere) return join(folder, name);
  }
  return undefined;
}

/**
 * Reads and checks a config, YAML or JSON.
 *
 * @param named Default: the one in the folder where the process was started.
 * @throws {UserError} There is none, or it cannot be used: line and column are named.
 */
export async function readConfig(named?: string): Promise<ReadConfig> {
  const file = named ?? (await findConfig());
  if (file === undefined) {
    const problem = `There is no ${names[0] ?? ''} in this folder`;
    throw new UserError('bad-config', problem, 'Run sequenzy-cli init, or name one with its path.');
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError('bad-config', `${file} cannot be read (${reasonOf(error)})`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col: column } = lines.linePos(error.pos[0]);
    throw refused(file, { line, column }, error.message, 'Correct it there.');
  }
  const places = new Places(document, lines);
  const written: unknown = document.toJS();
  const checked = configSchema.safeParse(written ?? {});
  if (!checked.success) {
    const { issues } = checked.error;
    // What is missing is often there, under a name with a slip.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    if (issue === undefined) throw checked.error;
    const { path, problem, nextStep } = faultOf(issue, written);
    throw refused(file, places.of(path), problem, nextStep);
  }
  return { file, folder: dirname(resolve(file)), config: checked.data, written, places };
}

/** What is wrong at a place of the config. */
export function refused(
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
  problem: string,
  nextStep: string,
): UserError {
  return new UserError(
    'bad-config',
    `${file}, line ${String(line)}, column ${String(column)}: ${problem}`,
    nextStep,
  );
}
