import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open/open-text.ts';
import type { CatalogOptions } from '../../kinds/products/catalog.ts';

const accepted = { mapping: 'auto', currency: 'EUR' } as const;

async function productsOf(text: string, options: CatalogOptions = {}) {
  const records = await recordsOf(text, { mapping: 'auto', currency: 'EUR', ...options });
  return records.map(({ product, faults }) => product ?? faults);
}

describe('a product table with columns of its own', () => {
  it('is read by headings', async () => {
    expect(
      await productsOf('id,name,price\n1,Blue mug,9.99\n2,Red mug,12\n3,Green mug,€35.53\n'),
    ).toMatchObject([
      { productId: '1', title: 'Blue mug', priceCents: 999, currency: 'EUR' },
      { productId: '2', priceCents: 1200 },
      { productId: '3', priceCents: 3553 },
    ]);
  });

  it('is read with the decimal sign that its column proves, and stock in words', async () => {
    const text = [
      'SKU;Bezeichnung;Preis (brutto);Lieferbar;Bild;Link',
      'a;Becher;9,99;ja;https://x.example/a.jpg;https://x.example/a',
      'b;Krug;1.299;nein;https://x.example/b.jpg;not a url',
      'c;Topf;€ 35,53;auf Lager;;',
    ].join('\n');
    expect(await productsOf(text)).toMatchObject([
      { productId: 'a', priceCents: 999, inStock: true, imageUrl: 'https://x.example/a.jpg' },
      { productId: 'b', priceCents: 129900, inStock: false, url: null },
      { productId: 'c', priceCents: 3553, inStock: true },
    ]);
  });

  it('has variants in columns', async () => {
    const text = [
      'Product ID,Product Title,Regular Price,Sale Price,Qty,Available,Size S,Size M',
      'A1,Tee,20.00,15.00,12,Yes,4,0',
      'A2,Cap,10.00,,0,No,,',
    ].join('\n');
    const [tee, cap] = await productsOf(text);
    expect(tee).toMatchObject({ priceCents: 1500, compareAtPriceCents: 2000, inStock: true });
    expect(tee).toHaveProperty('variants', [
      {
        variantId: 'A1#S',
        title: 'S',
        priceCents: 1500,
        compareAtPriceCents: 2000,
        inventoryQuantity: 4,
        options: [{ name: 'Size', value: 'S' }],
      },
      expect.objectContaining({ variantId: 'A1#M', inventoryQuantity: 0 }),
    ]);
    expect(cap).toMatchObject({ priceCents: 1000, compareAtPriceCents: null, inStock: false });
    expect(cap).not.toHaveProperty('variants');
  });

  it('has variants in rows', async () => {
    const text = 'Product,Size,SKU,Price,Stock\nTee,S,T-S,20,3\nTee,M,T-M,22,0\nCap,,C,9,1\n';
    expect(await productsOf(text)).toMatchObject([
      {
        productId: 'Tee',
        variants: [
          { variantId: 'T-S', priceCents: 2000, inventoryQuantity: 3 },
          { variantId: 'T-M', title: 'M', priceCents: 2200, inventoryQuantity: 0 },
        ],
      },
      { productId: 'Cap' },
    ]);
  });

  it('has titles or addresses as ids where nothing else tells products apart', async () => {
    expect(await productsOf('name,price\nMug,9\nCup,8\n')).toMatchObject([
      { productId: 'Mug', title: 'Mug' },
      { productId: 'Cup' },
    ]);
    const twice = 'name,price,link\nMug,9,https://x.example/1\nMug,8,https://x.example/2\n';
    expect(await productsOf(twice)).toMatchObject([
      { productId: 'https://x.example/1', title: 'Mug' },
      { productId: 'https://x.example/2', title: 'Mug' },
    ]);
    await expect(productsOf('name,price\nMug,9\nMug,8\n')).rejects.toThrow(
      'no column is recognised as productId, and every product needs one',
    );
    expect(
      await productsOf('name,price,hall\nMug,9,A\nMug,8,B\n', { idFrom: 'hall' }),
    ).toMatchObject([{ productId: 'A' }, { productId: 'B' }]);
  });

  it('tells variants apart that do not have every option', async () => {
    const text = 'Product,Size,Colour,Price\nTee,S,red,20\nTee,M,,22\nCap,,,9\n';
    expect(await productsOf(text)).toMatchObject([
      { productId: 'Tee', variants: [{ variantId: 'Tee#S / red' }, { variantId: 'Tee#M' }] },
      { productId: 'Cap', variants: [{ variantId: 'Cap', priceCents: 900 }] },
    ]);
  });

  it('takes prices with tax, and times that have one meaning', async () => {
    const text =
      'ID;Nazwa;Cena (netto);Cena (brutto);Created at\n1;Kubek;10,00;12,30;2026-01-05 10:00:00\n';
    const [mug] = await productsOf(text);
    expect(mug).toMatchObject({ priceCents: 1230 });
    expect(mug).not.toHaveProperty('providerCreatedAt');
  });

  it('takes amounts for the price where no other column can be, and says so', async () => {
    const costo = await openText('id,name,costo\n1,Tazza,9.50\n', accepted);
    expect(costo.proposal?.notes).toEqual([
      '"costo" is taken for the price: its heading does not say so, but no other column can be.',
    ]);
    expect(await productsOf('id,name,Prezzo di casa\n1,Tazza,9.50\n')).toMatchObject([
      { priceCents: 950 },
    ]);
    expect(await productsOf('id,name,value\n1,Mug,£9.50\n', { currency: 'GBP' })).toMatchObject([
      { priceCents: 950 },
    ]);
    await expect(productsOf('id,name,cost a,cost b\n1,Mug,9.50,8.00\n')).rejects.toThrow(
      '"cost a" can be the price, and its heading does not say so',
    );
  });

  it.each([
    'purchase price',
    'Einkaufspreis (netto)',
    'costPerItem',
    'prix au kilo',
    'Price / kg',
    'shipping_cost',
  ])('does not take %s for the price', async (heading) => {
    const [mug] = await productsOf(`id,name,${heading}\n1,Mug,9.50\n`);
    expect(mug).toMatchObject({ title: 'Mug' });
    expect(mug).not.toHaveProperty('priceCents');
  });

  it('reads the price in the currency that is given, where each has its column', async () => {
    const text = 'SKU,Name,Price (GHS),Price (USD)\na,Cable,115,9.2\n';
    expect(await productsOf(text, { currency: 'USD' })).toMatchObject([{ priceCents: 920 }]);
    expect(await productsOf(text, { currency: 'GHS' })).toMatchObject([{ priceCents: 11_500 }]);
    await expect(productsOf(text, {})).rejects.toThrow(
      '"Price (GHS)" and "Price (USD)" are prices in different currencies',
    );
  });

  it('says that prices are without tax where there are no others', async () => {
    const { proposal } = await openText('id,nom,Prix HT\n1,Tasse,3.50\n', accepted);
    expect(proposal?.notes).toEqual([
      '"Prix HT" is without tax by its heading, and is sent as it stands.',
    ]);
  });

  it('has ids of what tells products apart', async () => {
    const codes = 'Nasa;Productnaam;Actief\n842195;Melk;Ja\n647871;Melk;Ja\n';
    expect(await productsOf(codes)).toMatchObject([
      { productId: '842195' },
      { productId: '647871' },
    ]);
    const brands = 'name,brand,price\nMug,Ada,9\nMug,Bo,8\nCup,Bo,8\n';
    expect(await productsOf(brands)).toMatchObject([
      { productId: 'Mug / Ada', title: 'Mug' },
      { productId: 'Mug / Bo' },
      { productId: 'Cup / Bo' },
    ]);
    const barcodes = 'ean,name,price\n,Mug,9\n,Cup,8\n1234567890123,Pot,7\n';
    expect(await productsOf(barcodes)).toMatchObject([
      { productId: 'Mug' },
      { productId: 'Cup' },
      { productId: 'Pot' },
    ]);
  });

  it('says of a file without headings that it has none', async () => {
    await expect(productsOf('Mug,5453,12.50\nCup,8767,8.00\n')).rejects.toThrow(
      'the first line is data (Mug, 5453, 12.50), and nothing names the columns',
    );
  });

  it('is named by short descriptions where nothing else is a name', async () => {
    const text = 'clave,descripcion,informacion,precio\n17,Taladro,Con cable,9.50\n18,Sierra,,8\n';
    expect(await productsOf(text)).toMatchObject([
      { productId: '17', title: 'Taladro', description: 'Con cable' },
      { productId: '18', title: 'Sierra' },
    ]);
  });

  it.each([
    ['SKU:sku,Price: regular_price,post_title', 'a,9.50,Mug'],
    ['prix_vente,nom,ref', '9.50,Mug,a'],
    ['SKU,Nazwa,Produkt,Cena', 'a,Mug,Kitchen,9.50'],
    ['Артикул,Наименование,Регулярная цена', 'a,Mug,9.50'],
    ['sku,name,price_unit', 'a,Mug,9.50'],
    ['code,description_en,price_eur', 'a,Mug,9.50'],
    ['codigo,produtos,preco,preco_de', 'a,Mug,9.50,12'],
  ])('is read under the headings %s', async (headings, row) => {
    expect(await productsOf(`${headings}\n${row}\n`)).toMatchObject([
      { productId: 'a', title: 'Mug', priceCents: 950 },
    ]);
  });

  it('does not count as stock what was sold', async () => {
    const text = 'id,Artikelname,Menge,Umsatz Netto,Brutto-VK\n1,Becher,641,900.00,9.50\n';
    const [mug] = await productsOf(text);
    expect(mug).toMatchObject({ priceCents: 950 });
    expect(mug).not.toHaveProperty('inStock');
  });

  it('names a price that is not an amount, and reads words beside amounts', async () => {
    const rouble = 'Артикул;Наименование;Цена;Остаток\n1;Чашка;1 299,00 руб.;5\n';
    expect(await productsOf(rouble, { currency: 'RUB' })).toMatchObject([
      { productId: '1', title: 'Чашка', priceCents: 129900, inStock: true },
    ]);
    await expect(productsOf('id,name,price\n1,Mug,on request\n')).rejects.toThrow(
      '"price" is a price by its heading, and cells such as "on request" are not amounts',
    );
    const words = 'id,name,price\n1,Mug,12.50\n2,Cup,On request\n3,Pot,sold out\n4,Pan,9\n';
    expect(await productsOf(words)).toMatchObject([{ priceCents: 1250 }, {}, {}, {}]);
    expect((await productsOf(words))[1]).not.toHaveProperty('priceCents');
    expect((await openText(words, accepted)).proposal).toMatchObject({
      mapping: { fields: { price: { from: 'price', empty: ['On request', 'sold out'] } } },
      notes: ['"On request", "sold out" in "price" count as no amounts.'],
    });
  });

  it('reads $1,449 beside $899, and asks where nothing tells', async () => {
    const told = 'id,nombre,precio\n1,Set,"$1,449"\n2,Cama,$899\n';
    expect(await productsOf(told, { currency: 'MXN' })).toMatchObject([
      { priceCents: 144_900 },
      { priceCents: 89_900 },
    ]);
    const opened = await openText(told, { mapping: 'auto', currency: 'MXN' });
    expect(opened.proposal?.notes).toEqual([
      '"$1,449" in "precio" is read as $1449: amounts with such a sign do not have three decimals.',
    ]);
    for (const open of ['"$1,449"\n2,Cama,"$2,899"', '"1,449"\n2,Cama,899']) {
      await expect(
        productsOf(`id,nombre,precio\n1,Set,${open}\n`, { currency: 'MXN' }),
      ).rejects.toThrow(/which can be \$?1449 or \$?1\.449/);
    }
  });

  it('reads Rp 144.000 where several are written so, and never three decimals', async () => {
    const rows = (sign: string) =>
      ['144.000', '90.000', '87.500', '120.000', '65.000']
        .map((amount, at) => `${String(at)},Buku ${String(at)},${sign}${amount}`)
        .join('\n');
    const books = `id,title,price\n${rows('Rp ')}\n`;
    expect((await productsOf(books, { currency: 'IDR' }))[0]).toMatchObject({
      priceCents: 14_400_000,
    });
    for (const sign of ['', 'KD ', 'IDR ', 'USD ']) {
      await expect(openText(`id,title,price\n${rows(sign)}\n`, accepted)).rejects.toThrow(
        /which can be|are not amounts/,
      );
    }
  });

  it('rounds amounts that have more decimals than are paid, and says so', async () => {
    const text = 'id;Name;Preis\n1;Malve;7.7755\n2;Mohn;9.9950\n3;Rose;12.5000\n';
    expect(await productsOf(text)).toMatchObject([
      { priceCents: 778 },
      { priceCents: 1000 },
      { priceCents: 1250 },
    ]);
    expect((await openText(text, accepted)).proposal).toMatchObject({
      mapping: { fields: { price: { from: 'Preis', decimal: '.', round: 2 } } },
      notes: ['Amounts such as "7.7755" in "Preis" are rounded to 2 decimals.'],
    });
  });

  it('takes no placeholders for titles, and no slugs beside them', async () => {
    const slugs = 'id,name,title,price\n1,product_1,Gold bar,9.50\n2,product_2,Coin,8\n';
    expect(await productsOf(slugs)).toMatchObject([{ title: 'Gold bar' }, { title: 'Coin' }]);
    const text = 'id,name,title,price\n1,Belt,{Finish} belt,9.50\n2,Cap,{Colour} cap,8\n';
    expect(await productsOf(text)).toMatchObject([{ title: 'Belt' }, { title: 'Cap' }]);
  });

  it('has names as ids though one in many repeats', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `Plant ${String(at === 39 ? 0 : at)}`);
    const text = `produtos,valor\n${names.map((name, at) => `${name},${String(at)}.50`).join('\n')}\n`;
    const { proposal } = await openText(text, accepted);
    expect(proposal).toMatchObject({ mapping: { fields: { productId: 'produtos' } } });
    expect(proposal?.notes[0]).toContain('Of rows with one name, such as "Plant 0", only the last');
  });

  it('finds parents by what they are named, and 0 is none', async () => {
    const text = [
      'id,parent,sku,name,size,price',
      '1,0,TEE,Tee,,20',
      '2,TEE,TEE-S,Tee S,S,20',
      '3,TEE,TEE-M,Tee M,M,22',
      '4,0,CAP,Cap,,9',
    ].join('\n');
    expect(await productsOf(text)).toMatchObject([
      { productId: 'TEE', variants: [{ variantId: '1' }, { variantId: '2' }, { variantId: '3' }] },
      { productId: 'CAP' },
    ]);
  });
});
