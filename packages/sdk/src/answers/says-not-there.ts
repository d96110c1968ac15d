import { SequenzyNotFoundError } from 'sequenzy-transport';

/** Whether the API itself says that there is none. Any other 404 may mean that the API is not there. */
export function saysNotThere(error: unknown): boolean {
  return error instanceof SequenzyNotFoundError && error.isOwnWord;
}
