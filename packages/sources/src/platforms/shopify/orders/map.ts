import { isRecord } from 'sequenzy-contract';
import type { Documents } from '../../../documents/document.ts';
import { type MappedOrder, type OrderSettings, noOrder } from '../../../kinds/orders/source.ts';
import { mapDocumentVersions } from '../../../kinds/orders/versions/document-versions.ts';
import { isOrder, mapGraphql } from './graphql.ts';
import { mapRest } from './rest.ts';

/** An order of the Admin API, as REST or GraphQL answers it, or a bulk export with its lines beside it. */
export function mapDocuments(documents: Documents, settings: OrderSettings): MappedOrder {
  const [first] = documents;
  if (!isRecord(first.value)) return noOrder(first);
  if ('financial_status' in first.value) return mapRest(documents, settings);
  return mapDocumentVersions(documents, isOrder, (version) => mapGraphql(version, settings));
}
