import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { bannedPhrases } from './banned-phrases.ts';

const root = join(import.meta.dirname, '../..');

interface Passage {
  readonly place: string;
  readonly text: string;
}

const programs = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^\w+\/src\/.*(?<!\.test)\.ts$/.test(path))
  .map((path) => `packages/${path}`);

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name}`,
  ),
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(root, '.changeset')).map((name) => `.changeset/${name}`),
].filter((path) => path.endsWith('.md') && existsSync(join(root, path)));

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The strings and templates of a program, a `${…}` as "…": its messages and its help are among them. */
function messagesOf(path: string): Passage[] {
  const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const found: Passage[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    if (text !== undefined) found.push({ place: `${path}:${String(line + 1)}`, text });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** The docstrings of a program, without their stars. */
function docstringsOf(path: string): Passage[] {
  const source = read(path);
  return Array.from(source.matchAll(/\/\*\*[^]*?\*\//g), ({ 0: comment, index }) => ({
    place: `${path}:${String(source.slice(0, index).split('\n').length)}`,
    text: comment.replace(/^\s*\/?\*+\/?/gm, ' '),
  }));
}

/** The table of what not to write quotes what not to write. */
const quoted = /<!-- banned phrases [^]*?<!-- until here -->/;

/** The paragraphs of a document, each on one line. */
function paragraphsOf(path: string): Passage[] {
  const passages: Passage[] = [];
  let line = 1;
  const text = read(path).replace(quoted, (table) => table.replace(/[^\n]/g, ' '));
  for (const paragraph of text.split('\n\n')) {
    passages.push({ place: `${path}:${String(line)}`, text: paragraph });
    line += paragraph.split('\n').length + 1;
  }
  return passages;
}

function stumbles({ place, text }: Passage): string[] {
  const plain = text.replace(/\s+/g, ' ');
  return bannedPhrases.flatMap(([phrase, write]) => {
    const found = phrase.exec(plain)?.[0];
    return found === undefined ? [] : [`${place}: not "${found}" but "${write}"`];
  });
}

it('messages and help are in plain English', () => {
  expect(programs.flatMap(messagesOf).flatMap(stumbles)).toEqual([]);
});

it('docstrings are in plain English', () => {
  expect(programs.flatMap(docstringsOf).flatMap(stumbles)).toEqual([]);
});

it('documents are in plain English', () => {
  expect(documents.flatMap(paragraphsOf).flatMap(stumbles)).toEqual([]);
});
