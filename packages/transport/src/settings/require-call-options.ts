import { ApiValidationError } from '../errors/api-error.ts';
import { faultsOfCall } from './option-faults.ts';
import type { CallOptions } from '../request/call-options.ts';

/** @throws {ApiValidationError} naming every option that cannot be used. */
export function requireCallOptions(options: CallOptions): void {
  const faults = faultsOfCall(options);
  if (faults.length > 0) throw new ApiValidationError('The request cannot be made', faults);
}
