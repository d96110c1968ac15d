// Declarations for CommonJS, `.d.cts`, from those for ESM: they say the same, and import each other by other names.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = readdirSync('packages').map((name) => join('packages', name, 'dist'));
for (const folder of folders.filter((one) => existsSync(one))) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const required = text.replace(
      /(from |import\(|import )(["'])(\.[^"']*)\.js\2/g,
      '$1$2$3.cjs$2',
    );
    writeFileSync(join(folder, name.replace(/\.ts$/, '.cts')), required);
  }
}
