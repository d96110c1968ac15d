import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { backInStockRequestSchema, BackInStockRequest } from './back-in-stock.ts';
import type { checkoutSchema, Checkout } from './checkout.ts';
import type { customerSchema, itemSchema, Customer, Item } from './customer.ts';
import { orderSchema, type Order } from './order.ts';
import type { importedEventSchema, ImportedEvent } from './subscriber-event.ts';
import { productSchema, type variantSchema, type Product, type Variant } from './product.ts';

/** Without `readonly`, and without `undefined` where a field may be absent: as a schema says it. */
type Plain<Value> = Value extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Value extends object
    ? { -readonly [Name in keyof Value]: Plain<Exclude<Value[Name], undefined>> }
    : Value;

/* eslint-disable @typescript-eslint/no-unnecessary-type-parameters -- the compiler compares two types only by those of two functions */
/** Does not compile where a declared type is not what its schema takes. */
type Same<Declared, Schema extends z.ZodMiniType> =
  (<Any>() => Any extends Plain<Declared> ? 1 : 2) extends <Any>() => Any extends Plain<
    z.infer<Schema>
  >
    ? 1
    : 2
    ? true
    : never;

const same: readonly true[] = [
  true satisfies Same<Product, typeof productSchema>,
  true satisfies Same<Variant, typeof variantSchema>,
  true satisfies Same<Customer, typeof customerSchema>,
  true satisfies Same<Item, typeof itemSchema>,
  true satisfies Same<Order, typeof orderSchema>,
  true satisfies Same<Checkout, typeof checkoutSchema>,
  true satisfies Same<BackInStockRequest, typeof backInStockRequestSchema>,
  true satisfies Same<ImportedEvent, typeof importedEventSchema>,
];

interface Profile {
  readonly tier: string;
}

it('the declared inputs are what their schemas take, constants and undefined fields included', () => {
  const profile: Profile = { tier: 'gold' };
  const product = {
    productId: 'tee',
    title: 'Tee',
    priceCents: undefined,
    variants: [{ variantId: 'm', title: 'M', options: [{ name: 'Size', value: 'M' }] }],
  } as const satisfies Product;
  const order: Order = {
    orderId: '1',
    totalCents: 1,
    currency: 'USD',
    customer: { email: 'ada@example.com', attributes: profile },
    items: undefined,
  };
  expect(same).toHaveLength(8);
  expect(productSchema.safeParse({ ...product, priceCents: 1 }).success).toBe(true);
  expect(orderSchema.safeParse({ ...order, items: [] }).success).toBe(true);
});
