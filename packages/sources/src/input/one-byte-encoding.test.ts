import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempFolder } from 'sequenzy-testkit';
import { describe, expect, it } from 'vitest';
import { openText } from '../open/open-text.ts';
import { oneByteEncodingOf } from './one-byte-encoding.ts';

/** The bytes that a decoder makes a text of. */
function encoded(text: string, encoding: string): Buffer {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(all.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? 0x3f));
}

describe('the encoding of a text that is not UTF-8', () => {
  it.each([
    [
      'windows-1250',
      'Název;Cena\nModrý hrnek se žlutým šálkem;249\nČervený hrnek;199\nKonvice příšerná;9',
    ],
    ['windows-1250', 'Nazwa;Cena\nKubek niebieski żółty;249\nDzbanek biały ślub;3\nŁyżka;4'],
    ['windows-1250', 'Név;Ár\nKék bögre kerti fűrész;249\nPiros bőr tok;3\nŐszi kő;4'],
    ['windows-1251', 'Артикул;Название\n1;Кружка синяя'],
    ['windows-1251', 'ТОВАР;ЦЕНА\nКРУЖКА;5'],
    ['windows-1251', 'Код;Назва\n1;Кухоль синій їжак'],
    ['koi8-r', 'Артикул;Название\n1;Кружка синяя'],
    ['ibm866', 'Артикул;Название\n1;Кружка синяя'],
    ['windows-1253', 'id;όνομα\n1;Κόκκινη κούπα\n2;Μπλε'],
    ['windows-1254', 'id;ad\n1;Kırmızı şişe\n2;Büyük ağaç'],
    ['windows-1252', 'id;name\n1;Crème brûlée\n2;Café à la carte'],
    ['windows-1252', 'id;nome\n1;Caffè più\n2;Città è così\n3;Lunedì'],
    ['windows-1252', 'id;name\n1;Ærø øl\n2;Smørrebrød blå\n3;Rød grød'],
    ['windows-1252', 'id;name\n1;Jalapeño\n2;Häagen-Dazs crème\n3;Größe L – 5 €'],
    ['windows-1252', 'id;name;price\n1;Mug ½ pint;£5\n2;Tee® “S”;£6 20°C'],
    ['windows-1252', 'id;nome\n1;Pão de açúcar\n2;Maçã\n3;Coração'],
    ['windows-1252', 'id;name\n1;Þórður öl\n2;Ýmir'],
    ['windows-1252', 'id,title\n1,\xfc'],
  ])('is %s where its letters are: %s', async (encoding, text) => {
    const path = join(await tempFolder(), 'text.csv');
    await writeFile(path, encoded(text, encoding));
    expect(await oneByteEncodingOf(path)).toBe(encoding);
  });

  it('is said, with a word by which one sees whether it is so', async () => {
    const bytes = encoded('productId,title\n1,Кружка синяя\n', 'windows-1251');
    const catalog = await openText(bytes);
    expect(catalog.warnings).toEqual([
      'stdin is not UTF-8; it was read as Windows-1251. If "Кружка" is not what it should say, save it as UTF-8.',
    ]);
    await catalog.close();
  });

  it('is the one that XML says', async () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-2"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><g:title>Kočka</g:title><g:link>https://shop.example/1</g:link><g:price>5.00 CZK</g:price></item></channel></rss>';
    const catalog = await openText(encoded(xml, 'iso-8859-2'));
    const titles = [];
    for await (const { product } of catalog.records()) titles.push(product?.title);
    expect([titles, catalog.warnings]).toEqual([['Kočka'], []]);
    await catalog.close();
  });
});
