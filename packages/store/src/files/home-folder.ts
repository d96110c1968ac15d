import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';

/** A user without an entry in the list of users, as containers have them, may have none: then Node throws. */
export function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
