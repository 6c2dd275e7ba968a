import { Readability } from '@mozilla/readability';
import type { Piece } from '../draft.ts';
import type { Metadata } from './metadata.ts';
import { pageBlocks } from './page-blocks.ts';
import type { Element, Page } from './parse-page.ts';

/** The blocks of the article in a page, empty when there is none. Takes the page apart: read the metadata first. */
export function extractBody(page: Page, metadata: Metadata): Piece[] {
  void metadata;
  const found = new Readability(page as never, { serializer: (node) => node as unknown as Element }).parse();
  return found?.content ? pageBlocks(found.content) : [];
}
