import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig } from 'vitepress';

const root = resolve(import.meta.dirname, '../..');
const { homepage } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
const home = homepage.replace(/\/tree\/.*$/, '');

/** The pages of a folder, by their names. */
const pagesIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => name.replace(/\.md$/, ''));

const page = (text, path) => ({ text, link: `/${path}` });
const group = (text, items, collapsed = false) => ({ text, items, collapsed });

const commands = pagesIn('docs/cli').map((name) =>
  page(name.replaceAll('-', ' '), `docs/cli/${name}`),
);

/** By what a reader wants. */
const sidebar = [
  group('Start', [
    page('Overview', ''),
    page("From the vendor's guide to this", 'docs/from-the-guide'),
    page('How it compares', 'docs/comparison'),
  ]),
  group('You run a shop', [
    page('Products from Excel', 'docs/excel'),
    page('Files of your own', 'docs/mapping'),
    page('Every format and platform', 'docs/sources'),
    page('Orders and lifetime values', 'docs/orders'),
    page('Review and undo', 'docs/plans'),
  ]),
  group('You are in operations', [
    page('The command line', 'docs/cli'),
    page('Every night, unattended', 'docs/nightly'),
    page('Errors and exit codes', 'docs/errors'),
    page('Live sources', 'docs/live'),
    page('Databases', 'docs/databases'),
    page('Security and privacy', 'docs/security'),
  ]),
  group('You write a backend', [
    page('SDK', 'packages/sdk/README'),
    page('Relay for webhooks', 'docs/relay'),
    page('Relay in your server', 'packages/relay/README'),
    page('Jobs from a program', 'packages/jobs/README'),
    page('Sandbox for tests', 'packages/sandbox/README'),
    page('Sources as a library', 'packages/sources/README'),
    page('One quota for all', 'docs/quota'),
    page('Fanfare client', 'packages/fanfare/README'),
    page('Transport', 'packages/transport/README'),
  ]),
  group('Commands', commands, true),
  group('Formats', [
    page('What --json prints', 'docs/json'),
    page('The ledger', 'docs/ledger'),
    page('What an answer counts as', 'docs/answers'),
  ]),
  group('The project', [
    ...['performance', 'reliability']
      .filter((name) => existsSync(join(root, 'docs', `${name}.md`)))
      .map((name) => page(name[0].toUpperCase() + name.slice(1), `docs/${name}`)),
    page('Versions', 'docs/versions'),
    page('Contributing', 'CONTRIBUTING'),
    ...pagesIn('docs/contributing').map((name) => {
      const text = readFileSync(join(root, 'docs/contributing', `${name}.md`), 'utf8');
      return page(/^# (.*)$/m.exec(text)?.[1] ?? name, `docs/contributing/${name}`);
    }),
    page('Report a vulnerability', 'SECURITY'),
  ]),
];

/** Braces and tags are text here, as GitHub shows them, and no template of the generator. */
function allAsText(md) {
  const escaped = ({ content }) => md.utils.escapeHtml(content).replaceAll('{{', '&#123;&#123;');
  md.renderer.rules.text = (tokens, index) => escaped(tokens[index]);
  md.renderer.rules.code_inline = (tokens, index) => `<code v-pre>${escaped(tokens[index])}</code>`;
  const withoutComments = (tokens, index) =>
    tokens[index].content.startsWith('<!--') ? '' : escaped(tokens[index]);
  md.renderer.rules.html_inline = withoutComments;
  md.renderer.rules.html_block = withoutComments;
}

/** A link to a file that is not a page leads to the repository. */
function linksToFiles(md) {
  const { link_open: before } = md.renderer.rules;
  md.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const href = tokens[index].attrGet('href') ?? '';
    if (!/^[a-z]+:|^#|^\//.test(href)) {
      const target = resolve(dirname(join(root, env.relativePath)), href.replace(/[#?].*$/, ''));
      if (existsSync(target) && !target.endsWith('.md')) {
        tokens[index].attrSet('href', `${home}/blob/main/${relative(root, target)}`);
      }
    }
    return before === undefined
      ? self.renderToken(tokens, index, options)
      : before(tokens, index, options, env, self);
  };
}

export default defineConfig({
  title: 'sequenzy-commerce',
  description:
    'Products, orders, checkouts and back-in-stock requests of a shop for Sequenzy. Independent of the vendor.',
  srcDir: '../',
  srcExclude: [
    '.changeset/**',
    '.github/**',
    'test/**',
    'examples/**',
    'packages/*/{src,dist,test}/**',
    'packages/*/!(README).md',
  ],
  rewrites: { 'README.md': 'index.md' },
  outDir: 'dist',
  cacheDir: 'dist/.cache',
  lastUpdated: false,
  // Links are held by test/pages, which knows those to files too.
  ignoreDeadLinks: true,
  markdown: {
    config: (md) => {
      allAsText(md);
      linksToFiles(md);
    },
  },
  themeConfig: {
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
    nav: [
      page('Start', ''),
      page('Commands', 'docs/cli'),
      page('SDK', 'packages/sdk/README'),
      page('Errors', 'docs/errors'),
    ],
    socialLinks: [{ icon: 'github', link: home }],
  },
});
