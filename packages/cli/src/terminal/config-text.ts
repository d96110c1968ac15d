/** What a first config needs to know; empty where there is nothing. */
export interface ConfigAnswers {
  readonly name: string;
  readonly key: string;
  readonly products: string;
  readonly currency: string;
  readonly storeUrl: string;
  readonly orders: string;
}

/** A config of one shop, with comments that say what to change. */
export function configText(answers: ConfigAnswers): string {
  const { name, key, products, currency, storeUrl, orders } = answers;
  const lines = [
    '# Run every night: 15 2 * * * cd /path/to/this/folder && sequenzy-cli run --quiet',
    '# Check it: sequenzy-cli config show, then sequenzy-cli run --dry-run. All keys: docs/nightly.md',
    '',
    '# What was sent is remembered here. Back it up, and never share it between machines.',
    'stateDir: state',
    '',
    'companies:',
    `  ${name}:`,
    `    key: ${text(key)}`,
    ...(currency === '' ? [] : [`    currency: ${currency}`]),
    ...(storeUrl === '' ? [] : [`    storeUrl: ${text(storeUrl)}`]),
    '    feeds:',
    ...(products === '' && orders !== '' ? [] : productFeed(products)),
    ...(orders === '' ? [] : orderFeed(orders)),
    '',
  ];
  return lines.join('\n');
}

function productFeed(file: string): string[] {
  return [
    '      products:',
    '        command: catalog sync',
    `        files: ${text(file === '' ? 'exports/products.csv' : file)}`,
    '        # Every product that comes back in stock sends e-mail: stop where it is more than usual.',
    '        maxRestocks: 100',
    '        # Delete what is gone from the file, so much of it at most:',
    '        # prune: true',
    '        # maxDelete: 5%',
    '        # yes: true',
  ];
}

function orderFeed(files: string): string[] {
  return [
    '      orders:',
    '        command: orders backfill',
    `        files: ${text(files)}`,
    '        totals: computed',
    '        # Every order can start automations. After a dry run, agree to them here:',
    '        # yes: true',
  ];
}

/** As YAML has it: in quotes, where it could be read as something else. */
function text(value: string): string {
  return /^[\w./][\w ./:$*-]*$/.test(value) && !/: | #/.test(value) ? value : JSON.stringify(value);
}
