import { assignGiven } from './assign-given.ts';
import type { Organization } from './organization.ts';
import { stamped, type ChosenValue, type ProductRecord, type VariantRecord } from './records.ts';
import type { Choice, VariantChanges, VariantInput } from './variant-input.ts';

export type Chosen =
  | { readonly ok: true; readonly options: readonly ChosenValue[] }
  | { readonly ok: false; readonly message: string };

/**
 * Resolves a variant's options. Only assigned ones may be chosen, required ones must be; a value nobody has seen is added,
 * unless its option is restricted (all assumed).
 */
export function chooseValues(
  { options: store }: Organization,
  { assignments }: ProductRecord,
  choices: readonly Choice[],
  now: string,
): Chosen {
  const missing = assignments.find(
    ({ option, required }) => required && !choices.some((choice) => choice.optionId === option.id),
  );
  if (missing !== undefined) return refuse(`option ${missing.option.name} is required`);
  const options: ChosenValue[] = [];
  for (const { optionId, valueId, value: written } of choices) {
    const option = assignments.find((assignment) => assignment.option.id === optionId)?.option;
    if (option === undefined) return refuse(`option ${optionId} is not assigned to the product`);
    const known = option.values.find(({ id, value }) =>
      valueId === undefined ? value === written : id === valueId,
    );
    if (known !== undefined) {
      options.push({ option, value: known });
      continue;
    }
    if (valueId !== undefined || written === undefined || option.isRestricted) {
      return refuse(`${valueId ?? written ?? 'nothing'} is not a value of option ${option.name}`);
    }
    const input = { value: written, displayValue: written };
    options.push({ option, value: store.addValue(option, input, now, false) });
  }
  return { ok: true, options };
}

function refuse(message: string): Chosen {
  return { ok: false, message };
}

/** The policy is `limited` where a quantity is said and no policy, else `open` (assumed). */
export function createVariant(
  organization: Organization,
  product: ProductRecord,
  { quantity = null, ...input }: Omit<VariantInput, 'options'>,
  options: readonly ChosenValue[],
  now: string,
): VariantRecord {
  const variant: VariantRecord = {
    ...stamped(organization.newId(), now),
    sku: input.sku,
    price: input.price ?? null,
    currency: input.currency ?? null,
    inventoryPolicy: input.inventoryPolicy ?? (quantity === null ? 'open' : 'limited'),
    quantity,
    options,
  };
  product.variants.push(variant);
  return variant;
}

/** An absent field keeps, `null` clears, `options` replaces the list as a whole (assumed). */
export function updateVariant(
  variant: VariantRecord,
  changes: Omit<VariantChanges, 'options'>,
  options: readonly ChosenValue[] | undefined,
  now: string,
): void {
  assignGiven<VariantRecord>(variant, { ...changes, options, updatedAt: now });
}

export function removeVariant(product: ProductRecord, { id }: VariantRecord): void {
  product.variants = product.variants.filter((variant) => variant.id !== id);
  if (product.defaultVariantId === id) product.defaultVariantId = null;
}
