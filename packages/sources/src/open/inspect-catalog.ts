import { mappedProducts } from '../platforms/generic/products/mapped.ts';
import type { Catalog, CatalogOptions } from '../kinds/products/catalog.ts';
import { homeMadeProducts } from '../kinds/products/home-made.ts';
import { products } from '../kinds/products/kind.ts';
import { readingOf, TimeRead } from '../kinds/products/reading.ts';
import { SpooledCatalog } from '../kinds/products/spooled-catalog.ts';
import { readTexts } from '../reading/read-files.ts';
import { listSources } from './product-registry.ts';
import { withStorefronts } from './storefront.ts';
import { InspectedFiles, type Inspection } from '../inspection/inspection.ts';
import type { InspectedTables } from '../inspection/examined.ts';
import { recognisedFiles } from '../inspection/recognised-files.ts';
import { productChecks } from '../inspection/registry.ts';

/**
 * Looks product files over for what spreadsheets and editors do to them: ids in scientific notation, lost zeros, codes
 * that became dates, text in a wrong encoding, and the like. Nothing is mapped or checked against the API. Documents in
 * JSON pass, because no spreadsheet writes them.
 *
 * @param files Paths or `https:` addresses; `-` is standard input. All of one format.
 * @throws {SourceError} The input cannot be used as a whole: unreadable, not recognised, not CSV.
 *
 * @example
 * const inspection = await inspectCatalog(['products.csv']);
 * for await (const { line, column, value, problem, repair } of inspection.findings())
 *   console.log(line, column, value, problem, repair);
 * await inspection.close();
 */
export async function inspectCatalog(
  files: readonly string[],
  given: CatalogOptions = {},
): Promise<Inspection> {
  const options = withStorefronts(files, given);
  const kind = {
    sources: listSources(),
    unusable: products.unusable,
    checks: productChecks,
    homeMade: homeMadeProducts(options, mappedProducts),
  };
  const { texts, workspace, inspected } = await recognisedFiles(files, options, kind);
  return new InspectedCatalog(inspected, () => {
    const names = texts.map(({ name }) => name);
    const time = new TimeRead(options.now);
    const reading = readingOf(listSources(), names, options, { time, behind: mappedProducts });
    return workspace.around(
      async () => new SpooledCatalog(await readTexts(reading, texts, workspace), time),
    );
  });
}

class InspectedCatalog extends InspectedFiles implements Inspection {
  readonly catalog: () => Promise<Catalog>;

  constructor(inspected: InspectedTables, catalog: () => Promise<Catalog>) {
    super(inspected);
    this.catalog = catalog;
  }
}
