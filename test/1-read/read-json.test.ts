import { describe, expect, test } from 'vitest';
import { codes, read, readOne } from '../helpers/read.ts';

const body = 'They smile. They left the room when the vote was lost.';

describe('JSON', () => {
  test('one article with its fields', async () => {
    const article = await readOne(
      JSON.stringify({
        id: 7,
        title: 'Why',
        author: 'Ann Lee',
        published: '2019-04-28',
        url: 'https://x.org/a',
        issue: 'a vote',
        section: 'Opinion',
        text: body,
      }),
      'a.json',
    );
    expect(article).toMatchObject({
      title: 'Why',
      published: '2019-04-28',
      givenIssue: 'a vote',
      section: 'Opinion',
      text: body,
      markup: null,
    });
    expect(article.source).toMatchObject({ id: '7', url: 'https://x.org/a', format: 'json', archive: null });
    expect(article.authors).toEqual([{ name: 'Ann Lee', role: null, affiliation: null }]);
  });

  test('a map names the fields, with dots into nested objects', async () => {
    const article = await readOne(JSON.stringify({ meta: { headline: 'Why' }, words: body }), 'a.json', {
      map: { title: 'meta.headline', text: 'words' },
    });
    expect(article).toMatchObject({ title: 'Why', text: body });
  });

  test('an array is many articles, an item without text costs only itself', async () => {
    const items = await read(JSON.stringify([{ text: body }, { title: 'x' }, { content: body }]), 'a.json');
    expect(codes(items)).toEqual(['ok', 'text-missing', 'ok']);
    expect(items.map(({ key }) => key)).toEqual([
      '["a.json","#1",null]',
      '["a.json","#2",null]',
      '["a.json","#3",null]',
    ]);
  });

  test('invalid JSON tells its line', async () => {
    const [item] = await read('{\n "text": "a",\n "b": }\n', 'a.json');
    expect(item).toMatchObject({ ok: false, problem: { code: 'invalid-json', line: 3 } });
  });

  test('a lone surrogate is replaced and reported', async () => {
    const [item] = await read('{"text":"They smile \\ud83d at all."}', 'a.json');
    expect(item).toMatchObject({
      ok: true,
      article: { text: 'They smile \uFFFD at all.' },
      problems: [{ code: 'lone-surrogate', count: 1 }],
    });
  });

  test('__proto__ as a key and constructor as a name change nothing', async () => {
    const article = await readOne(
      `{"__proto__":{"title":"bad"},"author":"constructor","text":${JSON.stringify(body)}}`,
      'a.json',
    );
    expect(article.title).toBeNull();
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });
});

describe('JSONL', () => {
  test('each line for itself, broken lines reported with their number', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text: body }),
      '{"text": oops}',
      '',
      JSON.stringify({ id: 'b', text: body }),
    ];
    const items = await read(lines.join('\r\n'), 'a.jsonl');
    expect(codes(items)).toEqual(['ok', 'invalid-json', 'ok']);
    expect(items[1]).toMatchObject({
      source: { archive: '#2' },
      problem: { line: 2 },
      bytes: Buffer.from('{"text": oops}\r'),
    });
    expect(items.map((item) => item.ok && item.article.source.id)).toEqual(['a', false, 'b']);
  });

  test('is recognised without its extension', async () => {
    expect(codes(await read(`${JSON.stringify({ text: body })}\n${JSON.stringify({ text: body })}`, 'dump'))).toEqual([
      'ok',
      'ok',
    ]);
  });
});
