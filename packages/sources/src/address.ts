/** How an input is named, apart from what reads it: a program may need it before it reads anything. */
export { isAddress, shownName } from './input/address.ts';
