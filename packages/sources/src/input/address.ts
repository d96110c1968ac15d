/** How an input is named, apart from what reads it: a program may need it before it reads anything. */

/** Whether an input is named by a web address and not by a path. */
export function isAddress(file: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(file);
}

/** What an input is called in messages: no password and nothing behind the `?`, which may be a token. */
export function shownName(file: string): string {
  if (file === '-') return 'stdin';
  if (!isAddress(file)) return file;
  if (!URL.canParse(file)) return `${file.slice(0, file.indexOf(':'))}://…`;
  const { protocol, host, pathname, search } = new URL(file);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}

/** A file as the user named it; an address without what may be secret in it. */
export function shownFile(file: string): string {
  return isAddress(file) ? shownName(file) : file;
}

/** One word of a command line, shown like that. */
export function shownWord(word: string): string {
  const [, flag = '', value = ''] = /^(--[a-z-]+=)?(.*)$/s.exec(word) ?? [];
  return flag + shownFile(value);
}

/** Where the mapping of a file is kept: `products.map.json` of `products.csv` and of `products.csv.gz`. */
export function mappingPathOf(file: string, extension = 'json'): string {
  return `${file.replace(/\.gz$/i, '').replace(/(?<=[^/\\])\.\w+$/, '')}.map.${extension}`;
}
