import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A CSV file of so many products; every hundredth has another title where `changed` says so. */
export async function writeProducts(path, count, { changed = false } = {}) {
  await pipeline(Readable.from(lines(count, changed)), createWriteStream(path));
}

function* lines(count, changed) {
  yield 'productId,title,description,url,imageUrl,price,compareAtPrice,currency,inStock\n';
  for (let index = 0; index < count; index += 1) {
    const title = changed && index % 100 === 0 ? 'Renamed product' : 'Field product';
    const price = `${String(5 + (index % 90))}.${String(index % 100).padStart(2, '0')}`;
    const page = `https://shop.example/products/p-${index}`;
    const text = `"Heavy cotton, cut straight, number ${index}, made to be used outdoors and repaired at home"`;
    yield `p-${index},${title} ${index},${text},${page},${page}.jpg,${price},,USD,yes\n`;
  }
}
