// Ends the process without a word just before it puts a file in its place for the n-th time.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { rename } = fs;
let left = Number(process.env.DIE_AT_RENAME);
fs.rename = async (...names) => {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
  return rename(...names);
};
syncBuiltinESMExports();
