// Loads what packages export, as ESM and as CommonJS, and prints what the two copies say of each other. Node loads them
// itself: vitest would transform every file.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

function errorClasses(exported) {
  const isClass = ([, one]) => typeof one === 'function' && one.prototype instanceof Error;
  return new Map(Object.entries(exported).filter(isClass));
}

/** By the chain of prototypes, whatever `instanceof` is made to say. */
function isSameOrBelow(one, above) {
  return one === above || Object.prototype.isPrototypeOf.call(above, one);
}

/** Pairs of classes of which `instanceof` does not hold across copies what holds inside of one. */
function strangers(esm, cjs) {
  const made = errorClasses(cjs);
  return [...made].flatMap(([name, its]) =>
    [...errorClasses(esm)]
      .filter(([other, known]) => {
        const error = Object.create(its.prototype);
        return error instanceof known !== isSameOrBelow(its, made.get(other));
      })
      .map(([other]) => `${name} instanceof ${other}`),
  );
}

const told = [];
for (const [imported, required] of JSON.parse(process.argv[2])) {
  const esm = await import(pathToFileURL(imported));
  const cjs = require(required);
  told.push({
    esm: Object.keys(esm).sort(),
    cjs: Object.keys(cjs).sort(),
    strangers: strangers(esm, cjs),
  });
}
console.log(JSON.stringify(told));
