import { describe, expect, test } from 'vitest';
import { codes, read, readOne } from '../helpers/read.ts';

const page = `---
title: Why we vote
authors: [Ann Lee, Bo Li]
date: 2019-04-28
---
A *short* text with **bold**, \`code\`, [a link](https://x.org/a_(b)) and an image ![x](y.png).

## A heading ##

- one item
  that goes on
- snake_case stays, _this_ goes

> A quote
> of two lines.

A line with 5 \\* 3 &amp; more[^1].

Setext
------

1. first
`;

describe('Markdown', () => {
  test('becomes blocks without marks', async () => {
    const { text, markup } = await readOne(page, 'a.md');
    expect(markup!.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
      'paragraph: A short text with bold, code, a link and an image .',
      'heading: A heading',
      'item: one item that goes on',
      'item: snake_case stays, this goes',
      'quote: A quote of two lines.',
      'paragraph: A line with 5 * 3 & more.',
      'heading: Setext',
      'item: first',
    ]);
  });

  test('takes the fields of the front matter', async () => {
    const article = await readOne(page, 'a.md');
    expect(article).toMatchObject({ title: 'Why we vote', published: '2019-04-28' });
    expect(article.authors.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Li']);
  });

  test('takes the first heading of the first rank for the title', async () => {
    const article = await readOne('# Why\n\nThey smile.', 'a.md');
    expect(article).toMatchObject({
      title: 'Why',
      text: 'Why\n\nThey smile.',
      markup: [{ kind: 'title' }, { kind: 'paragraph' }],
    });
  });

  test('refuses broken front matter in one sentence', async () => {
    expect(codes(await read('---\ntitle: [a\n---\nThey smile.', 'a.md'))).toEqual(['invalid-front-matter']);
  });

  test('never runs what front matter says is code', async () => {
    const article = await readOne('---js\nprocess.exit(7)\n---\nThey smile.', 'a.md');
    expect(article.text).toContain('They smile.');
  });

  test('an anchor bomb ends in a refusal', async () => {
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
      .join('\n')}\n---\nThey smile.`;
    expect(codes(await read(bomb, 'a.md'))).toEqual(['invalid-front-matter']);
  });
});
