import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open/open-text.ts';

const accepted = { mapping: 'auto', currency: 'EUR' } as const;

async function productsOf(text: string) {
  const records = await recordsOf(text, accepted);
  return records.map(({ product, faults }) => product ?? faults);
}

describe('a home-made product file', () => {
  it.each([
    ['commas', 'https://x.example/a.jpg, https://x.example/b.jpg'],
    ['bars', 'https://x.example/a.jpg|https://x.example/b.jpg'],
  ])('has the first of the pictures that a cell lists with %s', async (_, cell) => {
    expect(await productsOf(`id,name,price,images\n1,Mug,9.50,"${cell}"\n`)).toMatchObject([
      { imageUrl: 'https://x.example/a.jpg' },
    ]);
  });

  it('has plain titles and descriptions where its cells hold HTML', async () => {
    const text = 'id,name,description,price\n1,<b>Mug</b> &amp; lid,"<p>Nice<br>mug</p>",9.50\n';
    expect(await productsOf(text)).toMatchObject([
      { title: 'Mug & lid', description: 'Nice\nmug' },
    ]);
  });

  it('has prices in columns of sizes, and never takes them for stock', async () => {
    const text = 'id,name,S,M,L\n1,Tee,20.00,20.00,22.50\n2,Cap,9.00,,9.50\n';
    const [tee, cap] = await productsOf(text);
    expect(tee).toHaveProperty('variants', [
      expect.objectContaining({ variantId: '1#S', priceCents: 2000 }),
      expect.objectContaining({ variantId: '1#M', priceCents: 2000 }),
      expect.objectContaining({ variantId: '1#L', priceCents: 2250 }),
    ]);
    expect(JSON.stringify([tee, cap])).not.toContain('inventoryQuantity');
    await expect(openText(text, { mapping: 'auto' })).rejects.toThrow('in which currency');
  });

  it('counts NULL, n/a and dashes as empty', async () => {
    const text =
      'id,name,price,stock,image\n1,Mug,9.50,NULL,NULL\n2,Cup,-,3,N/A\n3,Pot,8,nan,-\n4,Pan,5.00,0,\n';
    expect(await productsOf(text)).toEqual([
      { productId: '1', title: 'Mug', priceCents: 950, currency: 'EUR' },
      { productId: '2', title: 'Cup', inStock: true },
      { productId: '3', title: 'Pot', priceCents: 800, currency: 'EUR' },
      { productId: '4', title: 'Pan', priceCents: 500, currency: 'EUR', inStock: false },
    ]);
  });

  it('reads numbers and words of stock in one column', async () => {
    const text =
      'id,name,price,stock\n1,Mug,9.50,5\n2,Cup,8,out of stock\n3,Pot,7,unlimited\n4,Pan,5,10+\n5,Jug,5,0\n';
    expect(await productsOf(text)).toMatchObject(
      [true, false, true, true, false].map((inStock) => ({ inStock })),
    );
  });

  it('leaves out the headings of groups', async () => {
    const text = 'Artikel;Preis\nGetränke;\nCola;2,50\nWasser;1,80\nSpeisen;\nPizza;9,50\n';
    const { proposal } = await openText(text, accepted);
    expect(proposal).toMatchObject({ mapping: { where: { Preis: { not: [''] } } } });
    expect(await productsOf(text)).toMatchObject([
      { productId: 'Cola' },
      { productId: 'Wasser' },
      { productId: 'Pizza' },
    ]);
    const unpriced = 'Artikel;Preis;Farbe\nCola;2,50;\nWasser;1,80;\nPizza;;rot\n';
    expect(await productsOf(unpriced)).toHaveLength(3);
  });

  it('names a cell that is not an amount', async () => {
    await expect(
      openText('id,name,price\n1,Mug,9.50\n2,Cup,8.00 - 12.00\n', accepted),
    ).rejects.toThrow('cells such as "8.00 - 12.00" are not amounts');
  });

  it('has one product of the rows that differ in a column of colours and sizes together', async () => {
    const rows = 'T-shirt,Red/S,19.90,3\nT-shirt,Red/M,19.90,0\nCap,Black/L,9.90,5\n';
    const [tee, cap] = await productsOf(
      `ID,Name,Color/Size,Price,Stock\n${rows.replace(/^(?=T)/gm, '10,').replace(/^(?=C)/gm, '11,')}`,
    );
    expect(tee).toMatchObject({
      productId: '10',
      variants: [
        { variantId: '10#Red/S', options: [{ name: 'Color/Size', value: 'Red/S' }] },
        { variantId: '10#Red/M', inventoryQuantity: 0 },
      ],
    });
    expect(cap).toMatchObject({ productId: '11', variants: [{ inventoryQuantity: 5 }] });
    const text = `Name,Color/Size,Price,Stock\n${rows}`;
    expect(await productsOf(text)).toMatchObject([{ variants: [{}, {}] }, { variants: [{}] }]);
  });

  it('is asked which of two columns with one heading it is, and takes the second by its place', async () => {
    const text = 'id,name,price,price\n1,Mug,12.50,15.00\n2,Cup,13.50,16.00\n';
    await expect(openText(text, accepted)).rejects.toThrow(
      '"price" and "column 4", which is called "price" as well, can both be price',
    );
    const fields = { productId: 'id', title: 'name', price: 'column 4' };
    const records = await recordsOf(text, { currency: 'EUR', mapping: { fields } });
    expect(records.map(({ product }) => product?.priceCents)).toEqual([1500, 1600]);
  });

  it('names a column without a heading by its place, and does not take numbers of rows for ids', async () => {
    const text = ',name,price\n100,Mug,1.50\n101,Cup,2.50\n102,Pot,3.50\n';
    expect(await productsOf(text)).toMatchObject([{ productId: 'Mug' }, {}, {}]);
    const fields = { productId: 'column 1', title: 'name', price: 'price' };
    const records = await recordsOf(text, { currency: 'EUR', mapping: { fields } });
    expect(records.map(({ product }) => product?.productId)).toEqual(['100', '101', '102']);
  });

  it('has the name as the id in the few rows that lack one, if they have a price', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `B-${at},Mug ${at},9.50`);
    const text = ['barcode,name,price', ...rows, ',Lid,3.00'].join('\n');
    expect((await productsOf(text)).at(-1)).toMatchObject({ productId: 'Lid', priceCents: 300 });
    const heading = ['barcode,name,price', ...rows, ',Lids,'].join('\n');
    expect((await productsOf(heading)).at(-1)).toMatchObject([{ message: 'is required' }]);
  });

  it.each([
    ['name,id,stock,price', 'Blue Mug,1001,5,12.50', 'Red Mug,1002,0,13.50', 'Total,,5,26.00'],
    ['id,name,stock,price', '1001,Blue Mug,5,12.50', '1002,Red Mug,0,13.50', 'Total,,5,26.00'],
    ['id,name,price', '1001,Blue Mug,12.50', '1002,Red Mug,13.50', ',Итого:,26.00'],
  ])('leaves out a row of totals below %s', async (...lines) => {
    const products = await productsOf(lines.join('\n'));
    expect(products).toMatchObject([{ productId: '1001' }, { productId: '1002' }]);
  });

  it('keeps a product that has such a word among others in its name', async () => {
    const text = 'id,name,price\n1,Mug,9.50\n2,Cup,8.50\n3,Total War,19.50\n';
    expect(await productsOf(text)).toHaveLength(3);
  });

  it('names the currencies that a sign can mean, where they are two', async () => {
    const text = 'id,name,prix\n1,Sac,15 000 Fcfa\n2,Robe,12000 FCFA\n';
    const choice = /Choose one: .*XAF.* or .*XOF/;
    await expect(openText(text, { mapping: 'auto' })).rejects.toThrow(choice);
    const known = recordsOf('productId,title,price\n1,Sac,15 000 Fcfa\n');
    await expect(known).rejects.toThrow(choice);
  });

  it('has its stock in words of Czech, Swedish and Danish', async () => {
    const czech = 'ID;Název;Cena;Skladem\n1;Hrnek;249,-;ano\n2;Talíř;199,-;ne\n';
    const swedish = 'id;namn;pris;i lager\n1;Mugg;249;ja\n2;Fat;199;nej\n';
    const stock = [{ inStock: true }, { inStock: false }];
    expect(await productsOf(czech)).toMatchObject(stock);
    expect(await productsOf(swedish)).toMatchObject(stock);
  });

  it('is refused as a whole where its amounts say another currency than the user', async () => {
    const foreign = '"price" holds amounts with "руб.", which does not mean EUR';
    const signed = 'id,name,price\n1,Mug,350 руб.\n2,Cup,1 450 руб.\n';
    await expect(openText(signed, accepted)).rejects.toThrow(foreign);
    const some = 'id,name,price\n1,Mug,350 руб.\n2,Cup,450\n';
    await expect(openText(some, accepted)).rejects.toThrow(foreign);
  });
});
