export { sendable } from './apply-stock.ts';
export { planStock, updateStock } from './update-stock.ts';
export type { StockChange } from './stock-change.ts';
