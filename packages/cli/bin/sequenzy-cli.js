#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/bin.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write('error  sequenzy-cli is not built: run npm run build first\n');
  process.exitCode = 2;
}
