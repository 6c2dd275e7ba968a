import { counted } from '../5-record/tables/words.ts';
import { issueChart, rateChart, timeChart, topChart } from './archive-charts.ts';
import type { ArchiveFigures, Counted } from './archive-figures.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** How many names of a ranking are listed. */
const TOP = 15;

/** The first page: search and filters over all articles, and what the archive holds as a whole. */
export function indexPage(figures: ArchiveFigures, chunks: readonly string[]): string {
  const body = html`<main>
<h1>${counted(figures.articles, 'opinion article')}</h1>
<p class="meta">Read by oped. What was found can be wrong: each article's page says by which rule and how sure.</p>
${filters(figures)}
<p role="status" id="count">The list needs the scripts that lie beside this page.</p>
<div class="scroll" role="region" aria-labelledby="list-caption" tabindex="0"><table id="list"><caption id="list-caption">Articles</caption>
<thead><tr>${HEADERS.map(([key, words]) => html`<th scope="col" aria-sort="none"><button type="button" data-sort="${key}">${words}</button></th>`)}</tr></thead>
<tbody></tbody></table></div>
<nav class="pager" aria-label="Pages of the list"><button type="button" id="before">Previous page</button> <span id="place"></span> <button type="button" id="after">Next page</button></nav>
${figure('Over time', timeChart(figures))}
${figure('Hedging and insisting', rateChart(figures))}
${ranking('Most named', 'entity', figures.named, 'articles that name it')}
${ranking('Most quoted', 'entity', figures.quoted, 'articles that report what they say')}
${figure('Issues by lean', issueChart(figures.issues.slice(0, TOP)))}
</main>`;
  return page({ title: 'Articles · oped', root: '', scripts: ['assets/index.js', ...chunks], body });
}

const HEADERS = [
  ['title', 'Title'],
  ['authors', 'Authors'],
  ['date', 'Date'],
  ['lean', 'Lean (guess)'],
  ['issue', 'Issue'],
  ['pro', 'Pro'],
  ['con', 'Con'],
] as const;

function filters({ named }: ArchiveFigures): Html {
  const field = (id: string, words: string, input: Html) => html`<label for="${id}">${words}${input}</label>\n`;
  return html`<form id="filters" role="search" aria-label="Articles">
${field('q', 'Search', html`<input id="q" type="search" placeholder="title, issue, name" autocomplete="off">`)}
${field('author', 'Author', html`<input id="author" autocomplete="off">`)}
${field('issue', 'Issue', html`<input id="issue" autocomplete="off">`)}
${field('entity', 'Names', html`<input id="entity" list="names" autocomplete="off">`)}
${field('lean', 'Lean (guess)', html`<select id="lean"><option value="">any</option><option>pro</option><option>con</option><option>balanced</option><option>unknown</option></select>`)}
${field('from', 'From', html`<input id="from" type="date">`)}
${field('to', 'To', html`<input id="to" type="date">`)}
<button type="reset">Clear</button>
<datalist id="names">${named.slice(0, 200).map(({ name }) => html`<option value="${name}">`)}</datalist></form>`;
}

const figure = (title: string, picture: Html | null): Html | null =>
  picture && html`<section><h2>${title}</h2><figure>${picture}</figure></section>`;

/** A ranking as a chart, and as a list whose entries filter the articles. */
function ranking(title: string, filter: string, counted: readonly Counted[], unit: string): Html | null {
  const top = counted.slice(0, TOP);
  if (top.length === 0) return null;
  const links = top.map(
    ({ name, count }) =>
      html`<li><a href="#${filter}=${encodeURIComponent(name)}">${name}</a> <small>${count}</small></li>`,
  );
  return html`<section><h2>${title}</h2><figure>${topChart(title, top, unit)}</figure><details><summary>As a list, to filter by</summary><ol>${links}</ol></details></section>`;
}
