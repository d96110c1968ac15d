import { describe, expect, it } from 'vitest';
import { openText, recordsOf } from '../../open/open-text.ts';
import { allOf } from '../../conformance/suite.ts';

const one = '{"productId":"1","title":"A \\u00e9 \\"x\\" é"}';
const flat = '{"productId":"2","title":"B"}';
const two = '{\n"productId":"2",\n"title":"B"}';

describe('JSON', () => {
  it.each([
    ['an array', `[${one},\n${two}]`, [1, 2]],
    ['an array laid out widely', `\n[\n  ${one}\n  ,\n  ${two}\n]\n`, [3, 5]],
    [
      'an object with products',
      `{"a":[1,{"b":[2]}],"products":\n[${one},${two}],"page":{"n":[3]}}`,
      [2, 2],
    ],
    ['a document a line', `${one}\n\n${two.replaceAll('\n', '')}`, [1, 3]],
  ])('is read from %s, with the line and text of each document', async (_, text, lines) => {
    const catalog = await openText(text);
    const records = await allOf(catalog.records());
    expect(records.map(({ key, line }) => [key, line])).toEqual([
      ['1', lines[0]],
      ['2', lines[1]],
    ]);
    const originals = await Promise.all(records.map((record) => catalog.original(record)));
    const parsed = originals.map((original) =>
      original.kind === 'document' ? (JSON.parse(original.text) as unknown) : original,
    );
    expect(parsed).toEqual([JSON.parse(one), JSON.parse(two)]);
    await catalog.close();
  });

  it('is read from a single document over several lines', async () => {
    expect(await recordsOf(two)).toMatchObject([{ key: '2', line: 1 }]);
  });

  it('finds 2,000 documents on their lines across chunks', async () => {
    const documents = Array.from({ length: 2000 }, (_, n) =>
      JSON.stringify({ productId: String(n), title: 'é "quoted" \n text'.repeat(8) }),
    );
    const records = await recordsOf(`[\n${documents.join(',\n')}\n]`);
    expect(records.every(({ key, line }, n) => key === String(n) && line === n + 2)).toBe(true);
    expect(records).toHaveLength(2000);
  });

  it.each([
    ['an array', (id: string) => `[{"productId":${id},"title":"A"}]`],
    ['a line', (id: string) => `{"productId":${id},"title":"A"}\n`],
    ['a single document', (id: string) => `{"productId":\n${id},"title":"A"}`],
  ])('takes an id beyond 2^53 digit by digit from %s', async (_, text) => {
    expect(await recordsOf(text('788032119674292922'))).toMatchObject([
      { key: '788032119674292922', product: { productId: '788032119674292922' } },
    ]);
  });

  it('may hold no product at all', async () => {
    expect(await recordsOf('[]')).toEqual([]);
  });

  const bad = '{"productId":"9",}';

  it.each([
    ['a line in the middle', `${one}\n${bad}\n${flat}\n`, 2],
    ['the first line', `${bad}\n${one}\n${flat}\n`, 1],
    ['the first line, cut off', `{"productId":"9","ti\n${one}\n${flat}\n`, 1],
    ['the last line, without its end', `${one}\n${flat}\n${bad}`, 3],
    ['a line that is cut off', `${one}\n{"productId":"9","ti\n${flat}\n`, 2],
    ['an element of a list', `[${one},\n{\n"productId":"9",\n},\n${flat}]`, 4],
  ])('rejects %s that is not JSON, and reads the others', async (_, text, line) => {
    const catalog = await openText(text);
    const records = await allOf(catalog.records());
    const rejected = records.filter(({ faults }) => faults.length > 0);
    expect(records.map(({ key }) => key).toSorted()).toEqual(['1', '2', undefined]);
    expect(rejected.map(({ faults }) => faults)).toEqual([
      [{ path: '', message: 'this record is not valid JSON', line }],
    ]);
    const [record] = rejected;
    if (record === undefined) throw new Error('none is rejected');
    const original = await catalog.original(record);
    if (original.kind !== 'document') throw new Error('a table');
    expect(JSON.parse(original.text)).toContain('"productId":"9"');
    await catalog.close();
  });

  it('is recognised by a later line where the first is of nobody', async () => {
    const stranger = '{"productId":"9","ti":"x"}';
    for (const text of [`{"hello":1}\n${one}\n${flat}\n`, `[{"hello":1},${one},${flat}]`]) {
      const records = await recordsOf(text);
      expect(records.map(({ key }) => key)).toEqual([undefined, '1', '2']);
      expect(records[0]?.faults).not.toEqual([]);
    }
    const [first] = await recordsOf(`${stranger}\n${one}\n${flat}\n`);
    expect(first?.faults).not.toEqual([]);
  });

  it('is read from several texts behind each other, in envelopes or bare', async () => {
    const envelope = (...products: string[]) => `{"products":[${products.join(',')}],"n":[1]}`;
    const texts = [envelope(one), envelope(), `[${two}]`, '{"productId":\n"3","title":"C"}'];
    const records = await recordsOf(texts.join('\n'));
    expect(records.map(({ key, line }) => [key, line])).toEqual([
      ['1', 1],
      ['2', 3],
      ['3', 6],
    ]);
  });

  it('that is cut off says so', async () => {
    for (const text of [`${one}\n{"productId":"2","ti`, `{"products":[${one},`]) {
      await expect(openText(text)).rejects.toThrow('a download that was cut off');
    }
  });

  it.each([
    ['a comma too few', `[${one}\n${one}]`, 2],
    ['its end missing', `[${one},\n{"productId":"1","ti`, 2],
    ['a bracket too few', `[${one},\n${one}`, 2],
    ['only a bad line', `{"productId":1,}\n`, 1],
    ['a last line that is cut off', `${one}\n{"productId":"2","ti`, 2],
    ['a text behind its end', `[${one}]\nx`, 2],
  ])('is refused with %s, and the line is named', async (_, text, line) => {
    await expect(openText(text)).rejects.toMatchObject({ code: 'syntax', file: 'stdin', line });
  });
});
