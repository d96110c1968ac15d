import type { Command } from 'commander';
import type { Context } from './context.ts';
import { addOrdersBackfill } from './orders-backfill.ts';
import { addOrdersCheck } from './orders-check.ts';
import { addOrdersVerify } from './orders-verify.ts';
import { addOrdersForget } from './orders-forget.ts';
import { addOrdersRelease } from './orders-release.ts';
import { addOrdersPush } from './single-events.ts';

export function addOrders(program: Command, context: Context): void {
  const orders = program
    .command('orders')
    .description('Orders: backfill, check, forget, push, release, verify.');
  addOrdersBackfill(orders, context);
  addOrdersCheck(orders, context);
  addOrdersForget(orders, context);
  addOrdersPush(orders, context);
  addOrdersRelease(orders, context);
  addOrdersVerify(orders, context);
}
