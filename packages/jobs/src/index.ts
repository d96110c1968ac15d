export { exitCodes, type ExitCode } from './report/exit-codes.ts';
export { UserError } from './report/user-error.ts';
