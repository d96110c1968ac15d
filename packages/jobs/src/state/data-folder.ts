import { join } from 'node:path';
import { homeFolder } from 'sequenzy-store';

/** Variables by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The platform's place for data of this program; undefined where the user has no home and the environment names none. */
export function dataFolder(env: Env, platform = process.platform): string | undefined {
  if (platform === 'darwin') {
    return below(homeFolder(), 'Library', 'Application Support', 'sequenzy-cli');
  }
  if (platform === 'win32') {
    const local = given(env['LOCALAPPDATA']) ?? below(homeFolder(), 'AppData', 'Local');
    return below(local, 'sequenzy-cli', 'Data');
  }
  // Source: XDG Base Directory Specification.
  const shared = given(env['XDG_DATA_HOME']) ?? below(homeFolder(), '.local', 'share');
  return below(shared, 'sequenzy-cli');
}

function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function below(folder: string | undefined, ...names: string[]): string | undefined {
  return folder === undefined ? undefined : join(folder, ...names);
}
