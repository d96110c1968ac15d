import type { AssignmentRecord, OptionRecord, ProductRecord } from '../store/records.ts';
import { stampsOf, type FanfareStamps } from './stamps.ts';

/** Source: OpenAPI "Fanfare Admin API" 1.0.0, `POST /products/{productId}/variant-options`. */
export interface FanfareOption extends FanfareStamps {
  readonly name: string;
  readonly displayName: string;
  /** Whether variants may only have the values there are. */
  readonly isRestricted: boolean;
  readonly sortOrder: number;
}

export function showOption(option: OptionRecord, organizationId: string): FanfareOption {
  const { name, displayName, isRestricted, sortOrder } = option;
  return { ...stampsOf(option, organizationId), name, displayName, isRestricted, sortOrder };
}

export function showValues(option: OptionRecord, organizationId: string) {
  return option.values.map((record) => {
    const { value, displayValue, colorHex, sortOrder, isCentrallyManaged } = record;
    const told = { value, displayValue, colorHex, sortOrder, isCentrallyManaged };
    return { ...stampsOf(record, organizationId), optionId: option.id, ...told };
  });
}

function showAssignment(assignment: AssignmentRecord, productId: string, organizationId: string) {
  const { option, required, sortOrder } = assignment;
  return {
    organizationId,
    productId,
    optionId: option.id,
    required,
    sortOrder,
    option: showOption(option, organizationId),
    values: showValues(option, organizationId),
  };
}

/** In order of `sortOrder`. */
export function showAssignments({ id, assignments }: ProductRecord, organizationId: string) {
  return assignments
    .toSorted((one, other) => one.sortOrder - other.sortOrder)
    .map((assignment) => showAssignment(assignment, id, organizationId));
}
