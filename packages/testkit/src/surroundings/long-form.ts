/**
 * Whether tests take their long form: more products, more rounds, more random cases of what `npm test` holds in short.
 * `npm run test:long` asks for it.
 */
export const longForm: boolean = process.env['TEST_FORM'] === 'long';
