import { SequenzyNotFoundError } from '../errors/errors.ts';

/** Undefined where the API itself says that there is none. Any other 404 may mean that the API is not there. */
export async function ifThere<Found>(reading: Promise<Found>): Promise<Found | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SequenzyNotFoundError && error.isOwnWord) return undefined;
    throw error;
  }
}
