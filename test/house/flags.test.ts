import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import ts from 'typescript';

const flag = /(^|[^\w-])--[a-z][\w-]*/;

/** Texts of a program that name a flag: a string, or a part of a template. */
function flagsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
    const isPart = ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    if ((isText || isPart) && flag.test(node.text)) found.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A program that uses a package has no flags: an option in a sentence is data, which the command line words. */
it.each(['jobs', 'sources', 'sdk'])('no message of %s names a flag of the command line', (name) => {
  const folder = `packages/${name}/src`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  expect(own.length).toBeGreaterThan(10);
  expect(own.flatMap((file) => flagsIn(`${folder}/${file}`))).toEqual([]);
});
