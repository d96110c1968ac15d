import { resolve } from 'node:path';
import type { Entry } from '../config/entries.ts';
import { UserError } from '../report/user-error.ts';

/**
 * Where the report of each feed goes, by the name of the feed; those without one are left out.
 *
 * @param folder Where relative paths begin.
 * @throws {UserError} Two feeds would write to one file.
 */
export function reportPathsOf(
  entries: readonly Pick<Entry, 'name' | 'feed'>[],
  folder: string,
  now: number,
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { name, feed } of entries) {
    if (feed.report === undefined) continue;
    const path = resolve(folder, filled(feed.report, name, now));
    const owner = owners.get(path);
    if (owner !== undefined) {
      throw new UserError(
        'bad-config',
        `The reports of ${owner} and ${name} would be one file: ${path}`,
        'Put {company} and {feed} into the path: reports/{company}-{feed}.html.',
      );
    }
    owners.set(path, name);
    paths.set(name, path);
  }
  return paths;
}

/** `{date}` and `{time}` are those of this machine, at the start of the run. */
function filled(template: string, name: string, now: number): string {
  const [company = '', feed = ''] = name.split('/');
  const local = new Date(now - new Date(now).getTimezoneOffset() * 60_000).toISOString();
  const parts: Readonly<Record<string, string>> = {
    ...{ company, feed },
    date: local.slice(0, 10),
    time: local.slice(11, 19).replaceAll(':', '-'),
  };
  return template.replace(/\{(\w+)\}/g, (written, part: string) => parts[part] ?? written);
}
