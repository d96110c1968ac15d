import { option, say, type Words } from 'sequenzy-contract';
import type { LiveReading, LiveSettings } from '../../../../live/live-source.ts';
import { counted, verb } from '../../../../text/counted.ts';
import { clientFor } from '../client-for.ts';
import { mergeOption } from '../settings.ts';
import { wholeList } from '../whole-list.ts';
import { BaseProducts } from './base-products.ts';
import { mergedFrom, type Merged } from './merge-table.ts';
import { productReader } from './reader.ts';

/** @throws {SourceError} The address or the second file cannot be used. */
export function openProducts(settings: LiveSettings): LiveReading {
  const client = clientFor(settings);
  const given = settings.options[mergeOption.name];
  const merged = mergedFrom(given);
  const warnings: Words[] = given === undefined ? [noPictures] : [];
  return {
    reader: productReader,
    limiter: client.limiter,
    warnings: () => warnings,
    async *text(signal, onRead) {
      const campaigns = await wholeList(client, {
        list: '/campaign/query/',
        parameters: {},
        id: 'campaignId',
        noun: 'campaigns',
        signal,
      });
      const products = new BaseProducts();
      for (const campaign of campaigns.values()) products.add(campaign);
      const { all, unreadable } = products;
      onRead(all.length);
      warnings.push(
        ...warningsOf(
          all.map(({ productId }) => productId),
          merged,
          unreadable,
        ),
      );
      for (const product of all) {
        yield `${JSON.stringify({ ...product, ...merged.get(product.productId) })}\n`;
      }
    },
  };
}

const noPictures = say`CheckoutChamp has neither images nor pages of products: name a table that has them with ${option(mergeOption.name)}.`;

function warningsOf(ids: readonly string[], merged: Merged, unreadable: number): Words[] {
  const known = new Set(ids);
  const strangers = [...merged.keys()].filter((id) => !known.has(id));
  const sentences: Words[] = [];
  if (strangers.length > 0) {
    const count = strangers.length;
    const some = strangers.slice(0, 3).join(', ');
    sentences.push(
      say`${counted(count, 'product')} of ${option(mergeOption.name)} ${verb(count, 'is', 'are')} in no campaign, and not sent: ${some}${count > 3 ? ', …' : ''}.`,
    );
  }
  if (unreadable > 0) {
    sentences.push(
      `${counted(unreadable, 'product')} of campaigns ${verb(unreadable, 'has', 'have')} no id or no name, and ${verb(unreadable, 'is', 'are')} left out.`,
    );
  }
  return sentences;
}
