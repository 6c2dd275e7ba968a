import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, raw } from './html.ts';

const { document } = parseHTML('<html></html>');

/** Colours come from report.css, so that they follow light and dark. */
export const SIDE_COLOURS = {
  domain: ['pro', 'con', 'balanced', 'unknown'],
  range: ['var(--pro)', 'var(--con)', 'var(--both)', 'var(--none)'],
};

/**
 * Draws a chart as SVG while the report is made; readers need no script for it.
 * Its own style element is left out, since pages allow none: report.css has those rules.
 *
 * @param words what a screen reader says instead of the picture
 */
export function chart(words: string, options: Plot.PlotOptions): Html {
  const drawn = Plot.plot({ ...options, document, className: 'chart' });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const group of drawn.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', words);
  return raw(drawn.outerHTML);
}

export { Plot };
