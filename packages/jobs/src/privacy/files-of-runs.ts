import { resolve } from 'node:path';
import { readRuns } from '../runs/runs-folder.ts';

/** Files that past runs have written for people, as far as their records tell. */
export async function filesOfRuns(stateFolder: string): Promise<readonly string[]> {
  const files = new Set<string>();
  for await (const { folder, arguments: words, summary } of readRuns(stateFolder)) {
    const rejects: unknown = summary && Reflect.get(summary, 'rejectsFile');
    const named = [rejects, valueOf(words, 'rejects'), valueOf(words, 'report')];
    for (const name of named) if (typeof name === 'string') files.add(resolve(folder, name));
  }
  return [...files];
}

/** What was given for an option of a command line. */
function valueOf(words: readonly string[], option: string): string | undefined {
  const flag = `--${option}`;
  const at = words.indexOf(flag);
  const inline = words.find((word) => word.startsWith(`${flag}=`));
  return at >= 0 ? words[at + 1] : inline?.slice(flag.length + 1);
}
