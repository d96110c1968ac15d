/** What the operating system calls an error: `ENOENT`, `EACCES`. */
export function systemCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

const reasons = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'it is a folder'],
  ['EEXIST', 'something else has the same name'],
  ['ELOOP', 'its symbolic links form a loop'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota is used up'],
  ['EFBIG', 'the file may not grow any more'],
  ['EROFS', 'the disk is read-only'],
  ['EADDRINUSE', 'the port is in use'],
]);

/** The same in words. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code !== undefined) return reasons.get(code) ?? code;
  return error instanceof Error ? error.message : String(error);
}

/** No room is left: an error that may pass without anybody doing anything here. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? '');
}
