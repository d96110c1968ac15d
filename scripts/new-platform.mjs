// npm run new-platform acme: makes the folder of a platform whose products are read from CSV, with its files, and registers it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { sectionFor, templatesFor } from './platform-files.mjs';

const root = process.cwd();
const sources = 'packages/sources/src';
const registry = `${sources}/open/product-registry.ts`;
const samples = `${sources}/open/forms/products.ts`;
const documentation = 'docs/sources.md';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  fail(`"${name}" is not a name: write it in kebab case. Example: npm run new-platform acme-shop`);
}
if (!existsSync(join(root, registry))) fail('Run it in the folder of the repository.');
const folder = `${sources}/platforms/${name}/products`;
if (existsSync(join(root, folder))) fail(`${folder} is there already.`);

const words = name.split('-');
const label = words.map((word) => word[0].toUpperCase() + word.slice(1)).join(' ');
const variable = words[0] + label.replaceAll(' ', '').slice(words[0].length);
const names = { name, label, variable };

// Everything is made before anything is written, so that a failure leaves nothing behind.
const files = new Map(
  Object.entries(templatesFor(names)).map(([file, text]) => [`${folder}/${file}`, text]),
);
edit(registry, [
  [/^(?=import type )/m, `import { ${variable} } from '../platforms/${name}/products/index.ts';\n`],
  // The general one is tried last.
  [/^(?= {2}generic,$)/m, `  ${variable},\n`],
]);
edit(samples, [
  [
    /^(?=import \{ formOf)/m,
    `import { ${variable}Sample } from '../../platforms/${name}/products/fixtures/sample.ts';\n`,
  ],
  [/(export const productSamples[^{]*\{\n)/, `$1  '${name}': ${variable}Sample,\n`],
]);
edit(documentation, [[/^(?=### generic$)/m, `${sectionFor(names)}\n`]]);

for (const [file, text] of files) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  const options = { ...(await resolveConfig(path)), filepath: path };
  writeFileSync(path, file.endsWith('golden.json') ? text : await format(text, options));
}
console.log(`${label} is made and registered:

  ${folder}

Next, in this order (docs/contributing/adding-a-platform.md):

  1. fixtures/sample.ts   the header of a real export, and rows that you have invented
  2. columns.ts           which heading means what
  3. map.ts, map.test.ts  what is made of a row
  4. index.ts             what people are told: what is assumed, what is not known
  5. npx vitest run packages/sources/src/platforms/${name} packages/sources/src/open/product-registry.test.ts -u
     npx vitest run test/sources-docs.test.ts    docs/sources.md has a section of it
`);

/** Puts text into a file at places that have to be there. */
function edit(file, edits) {
  let text = readFileSync(join(root, file), 'utf8');
  for (const [place, added] of edits) {
    if (!place.test(text)) fail(`${file} has another shape than this script knows: ${place}`);
    text = text.replace(place, added);
  }
  files.set(file, text);
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
