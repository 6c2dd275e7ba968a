import type { ArticleSource } from './article.ts';

/**
 * An article of nothing but a text, as a reader would hand it over: for texts that are already in memory.
 *
 * @param more what else is known of it: id, title, a given issue …
 */
export const sourceOf = (text: string, more: Partial<ArticleSource> = {}): ArticleSource => ({
  id: 'text',
  source: {
    path: `${more.id ?? 'text'}.txt`,
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
