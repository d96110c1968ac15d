import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { PageName } from '../document/page.ts';

const titles: Readonly<Record<PageName, string>> = {
  dashboard: 'Sequenzy sandbox',
  preview: 'Catalog preview',
  report: 'Report',
};

/** From the root of the workspace: builds pages as single files that ask nobody for anything but pictures, into `pages` of a folder. */
export async function buildPages(names: readonly PageName[], folder: string): Promise<void> {
  const target = join(folder, 'pages');
  await mkdir(target, { recursive: true });
  for (const name of names) await writeFile(join(target, `${name}.html`), await document(name));
}

async function document(name: PageName): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`packages/pages/src/${name}/page.tsx`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'inline',
    outdir: 'pages',
  });
  const textOf = (ending: string): string =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const script = textOf('.js').replaceAll('</script', '<\\/script');
  const style = textOf('.css');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${policy(script)}">
<meta name="referrer" content="no-referrer">
<title>${titles[name]}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<body>
<div id="page"></div>
<script id="data" type="application/json"></script>
<script>${script}</script>
`;
}

/** Only this script runs, and only the page's own server is asked; pictures come from the shop once somebody wants them. */
function policy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'img-src https: http: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
