import { isAddress, shownName } from 'sequenzy-sources/address';

/** A file as the user named it; an address without what may be secret in it. */
export function shownFile(file: string): string {
  return isAddress(file) ? shownName(file) : file;
}

/** One word of a command line, shown like that. */
export function shownWord(word: string): string {
  const [, flag = '', value = ''] = /^(--[a-z-]+=)?(.*)$/s.exec(word) ?? [];
  return flag + shownFile(value);
}
