import type { Paging } from '../../../reading/format.ts';

/** Where an answer of GraphQL holds a list: with `data` around it or without, as nodes or as edges. */
export function connectionsOf(list: string): string[] {
  return placesOf(list).flatMap((place) => [`${place}.nodes`, `${place}.edges`]);
}

/** Where such an answer says that more pages follow. */
export function pagesOf(list: string): Paging {
  return {
    more: placesOf(list).map((place) => `${place}.pageInfo.hasNextPage`),
    nextStep: 'Query the pages that follow too, each into a file, or use a bulk operation.',
  };
}

function placesOf(list: string): string[] {
  return [list, `data.${list}`];
}
