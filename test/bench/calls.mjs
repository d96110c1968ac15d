// Calls of our functions, and changes from one of our files to another, that one more product of an unchanged and of a
// first sync costs. They are counted in a copy of the program in which every function begins by saying its file.
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { cli, inFolder, measured } from './measured.mjs';
import { writeProducts } from './product-file.mjs';
import { silentServer } from './silent-server.mjs';

export const title = 'Calls and changes of file that one more product costs';

export async function* measure(products = 2000) {
  yield* inFolder(async function* (cwd) {
    const program = countingCopy(cwd);
    const server = await silentServer();
    const counts = { 'first sync': [], 'unchanged sync': [] };
    for (const size of [products, 2 * products]) {
      const file = join(cwd, `products-${size}.csv`);
      await writeProducts(file, size);
      const env = {
        SEQUENZY_API_URL: server.url,
        SEQUENZY_API_KEY: 'seq_live_bench',
        SEQUENZY_STATE_DIR: join(cwd, `state-${size}`),
        COUNTS: join(cwd, 'counts.json'),
      };
      for (const runs of Object.values(counts)) {
        await measured([program, 'catalog', 'sync', file, '--rate', 'off', '--json'], { cwd, env });
        runs.push(JSON.parse(readFileSync(env.COUNTS, 'utf8')));
      }
    }
    server.close();
    for (const [name, [few, many]] of Object.entries(counts)) {
      const more = (of) => ((many[of] - few[of]) / products).toFixed(0);
      yield { what: `${name}: calls`, time: more('calls'), goal: '150' };
      yield { what: `${name}: changes of file`, time: more('changes'), goal: '80' };
    }
  });
}

/** The built program in a folder of its own, counting; gives its file. */
function countingCopy(cwd) {
  const built = join(cli, '..');
  const folder = join(cwd, 'program', 'dist');
  cpSync(built, folder, { recursive: true });
  cpSync(join(built, '../package.json'), join(cwd, 'program/package.json'));
  symlinkSync(join(built, '../../../node_modules'), join(cwd, 'program/node_modules'));
  const files = new Map();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.js'))) {
    const path = join(folder, name);
    writeFileSync(path, counting(readFileSync(path, 'utf8'), files));
  }
  const counter = `
    import { writeFileSync } from 'node:fs';
    const counts = { calls: 0, changes: 0 };
    let last = 0;
    globalThis.$in = (file) => {
      counts.calls += 1;
      if (file !== last) counts.changes += 1;
      last = file;
    };
    process.on('exit', () => writeFileSync(process.env.COUNTS, JSON.stringify(counts)));
    await import('./dist/bin.js');`;
  const program = join(cwd, 'program/counting.js');
  writeFileSync(program, counter);
  rmSync(join(folder, 'pages'), { recursive: true, force: true });
  return program;
}

/** The code with a call of `$in` at the beginning of each function of ours. */
function counting(code, files) {
  const ours = [...code.matchAll(/^\/\/ (\S+)$/gm)].map(({ index, 1: file }) => ({ index, file }));
  const insertions = [];
  const source = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true);
  visit(source);
  let counted = '';
  let at = 0;
  for (const { place, text } of insertions.sort((one, other) => one.place - other.place)) {
    counted += code.slice(at, place) + text;
    at = place;
  }
  return counted + code.slice(at);

  function visit(node) {
    const { body } = node;
    if (ts.isFunctionLike(node) && body !== undefined) note(node, body);
    ts.forEachChild(node, visit);
  }

  function note(node, body) {
    const file = ours.findLast(({ index }) => index <= node.getStart())?.file;
    if (!file?.startsWith('packages/')) return;
    if (!files.has(file)) files.set(file, files.size + 1);
    const call = `globalThis.$in(${files.get(file)})`;
    if (ts.isBlock(body)) insertions.push({ place: body.getStart() + 1, text: `${call};` });
    else {
      insertions.push({ place: body.getStart(), text: `(${call},` });
      insertions.push({ place: body.getEnd(), text: ')' });
    }
  }
}
