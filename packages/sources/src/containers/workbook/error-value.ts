/** Stands in a cell whose formula a program has written without working it out. */
export const noValue = '#FORMULA!';
