import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { hasProgram } from '../cli/tmux.ts';
import { pages, root } from './pages.ts';

const isWriting = process.env['DOCS'] === 'write';
const advice = 'is out of date. Run npm run docs:options, and commit what it writes.';

it.each(pages.map((page) => [page.path, page] as const))(
  '%s has the options of its command',
  async (path, { current, expected }) => {
    if (isWriting) writeFileSync(join(root, path), await laidOut(expected, path));
    else expect(unlaid(current), `${path} ${advice}`).toBe(unlaid(expected));
  },
);

async function laidOut(text: string, path: string): Promise<string> {
  if (!path.endsWith('.md')) return text;
  const { format, resolveConfig } = await import('prettier');
  return format(text, { ...(await resolveConfig(join(root, path))), parser: 'markdown' });
}

/** Without what a formatter does to tables. */
function unlaid(markdown: string): string {
  return markdown
    .replace(/-{3,}/g, '---')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n+/g, '\n')
    .trim();
}

it('has no page of a command that is gone', () => {
  const known = pages.map(({ path }) => path);
  const there = readdirSync(join(root, 'docs/cli')).map((name) => `docs/cli/${name}`);
  expect(there.filter((path) => !known.includes(path))).toEqual([]);
});

const page = join(root, 'packages/cli/man/sequenzy-cli.1');
it.skipIf(!hasProgram('man', '--version'))('man shows its page, without a warning', () => {
  const env = { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' };
  const { stdout, stderr } = spawnSync('man', ['--warnings=all', '-l', page], {
    env,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('--max-restocks <n>');
});

const documents = ['README.md', 'CONTRIBUTING.md', ...foldersOf('docs'), ...foldersOf('packages')];

function foldersOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => `${folder}/${name}`);
}

/** `## From a database` is `#from-a-database`, as GitHub makes it. */
function anchorsOf(document: string): readonly string[] {
  const headings = document.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ (.*)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
}

it.each(documents)('links of %s lead somewhere', (path) => {
  const text = readFileSync(join(root, path), 'utf8').replace(/^```[^]*?^```/gm, '');
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, link = '']) => link);
  const dead = links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return !anchorsOf(readFileSync(join(root, target), 'utf8')).includes(anchor);
  });
  expect(dead).toEqual([]);
});
