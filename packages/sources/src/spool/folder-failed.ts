import { sep } from 'node:path';
import { SourceError } from '../faults/source-error.ts';
import { errorCode } from '../faults/error-code.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no room left',
  EDQUOT: 'your quota is used up',
  EFBIG: 'a file may not become that large',
  EROFS: 'it can only be read',
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a folder',
  EMFILE: 'too many files are open',
};

/** For `catch`: what goes wrong with temporary files is told as a fault of the folder that holds them. */
export function folderFailed(parent: string) {
  return (cause: unknown): never => {
    const reason = reasons[errorCode(cause)] ?? errorCode(cause);
    throw new SourceError(`the folder of temporary files ${parent} cannot be used: ${reason}`, {
      code: 'unreadable',
      nextStep: 'Set TMPDIR to a folder with room.',
      cause,
    });
  };
}

/** Whether an error of the file system is about something inside a folder. */
export function isInside(folder: string, error: unknown): boolean {
  return error instanceof Error && 'path' in error && String(error.path).startsWith(folder + sep);
}
