import type { ArticleSource } from '../../src/article/article.ts';

/** An article as a reader would hand it over, for tests of single stages. */
export const sourceOf = (text: string, more: Partial<ArticleSource> = {}): ArticleSource => ({
  id: 'test',
  source: {
    path: 'test.txt',
    id: null,
    url: null,
    format: 'text',
    archive: null,
    sha256: '',
    encoding: { name: 'utf-8', by: 'utf-8' },
  },
  title: null,
  authors: [],
  published: null,
  language: 'en',
  section: null,
  text,
  markup: null,
  givenIssue: null,
  ...more,
});
