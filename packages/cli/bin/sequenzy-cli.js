#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';

const program = new URL('../dist/bin.js', import.meta.url);

// What is compiled once is not compiled at every start. From Node 22.8 on.
module.enableCompileCache?.();

if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write('error  sequenzy-cli is not built: run npm run build first\n');
  process.exitCode = 2;
}
