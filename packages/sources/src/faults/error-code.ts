/** `ENOENT` and the like, of an error that the operating system or the network gave. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
