import {
  formatMoney
} from "./chunk-IA6OYEEE.js";
import {
  printTable
} from "./chunk-GHML7XOY.js";
import "./chunk-35QE7VRU.js";
import {
  number
} from "./chunk-F2HUCAMP.js";

// packages/cli/src/terminal/product-view.ts
var columns = ["productId", "title", "price", "in stock", "variants", "provider"];
function printProducts(products, printer, isTerminal) {
  const rows = products.map((product) => [
    idOf(product),
    product.title ?? "",
    money(product.priceCents, product.currency),
    yesNo(product.inStock),
    number(product.variants?.length ?? 0),
    product.provider ?? ""
  ]);
  if (isTerminal) printTable(columns, rows, printer);
  else for (const row of rows) printer.fields(row);
}
function printProduct(product, printer) {
  const fields = [
    ["productId", idOf(product)],
    ["title", product.title],
    ["price", money(product.priceCents, product.currency)],
    ["compare at", money(product.compareAtPriceCents, product.currency)],
    ["in stock", yesNo(product.inStock)],
    ["url", product.url],
    ["image", product.imageUrl],
    ["description", product.description],
    ["provider", product.provider],
    ["created", product.createdAt],
    ["updated", product.updatedAt]
  ];
  for (const [name, value] of fields) {
    if (value !== null && value !== void 0 && value !== "") {
      printer.line(["dim", name.padEnd(15)], value);
    }
  }
  const variants = product.variants ?? [];
  if (variants.length > 0) printTable(variantColumns, variants.map(variantRow(product)), printer);
}
var variantColumns = ["variantId", "title", "sku", "price", "in stock", "quantity"];
function variantRow({ currency }) {
  return (variant) => [
    variant.variantId ?? "",
    variant.title ?? "",
    variant.sku ?? "",
    money(variant.priceCents, variant.currency ?? currency),
    yesNo(variant.inStock),
    typeof variant.inventoryQuantity === "number" ? number(variant.inventoryQuantity) : ""
  ];
}
function idOf({ productId, providerProductId, id }) {
  return productId ?? providerProductId ?? id ?? "";
}
function money(cents, currency) {
  if (typeof cents !== "number") return "";
  if (typeof currency !== "string" || !Number.isSafeInteger(cents))
    return `${String(cents)} (minor units)`;
  return `${formatMoney(cents, currency)} ${currency}`;
}
function yesNo(value) {
  return typeof value === "boolean" ? value ? "yes" : "no" : "";
}
export {
  printProduct,
  printProducts
};
