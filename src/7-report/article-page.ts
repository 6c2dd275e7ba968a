import { whyDecided } from '../4-decide/why-decided.ts';
import { goldId } from '../5-record/gold-id.ts';
import type { OpedRecord } from '../5-record/record.ts';
import { statedLean } from '../5-record/stated-lean.ts';
import { authorsOf, lineOf, nameOf, wordsIn } from '../5-record/tables/words.ts';
import { type EntityType, MARKER_KINDS } from '../article/layers.ts';
import type { ArchiveFigures } from './archive-figures.ts';
import { articleText, LETTERS } from './article-text.ts';
import { balanceSheet } from './balance-sheet.ts';
import { type Finding, findingsOf } from './findings.ts';
import { type Html, html, raw, safeJson } from './html.ts';
import { page, webLink } from './page.ts';
import { profileChart } from './profile-chart.ts';

/** The page of one article: its text with every finding, balance sheet, verdict, profile, voices, names, and review. */
export function articlePage(record: OpedRecord, archive: ArchiveFigures): string {
  const findings = findingsOf(record);
  const title = record.title ?? 'Untitled';
  const body = html`<header class="top"><a href="../index.html">All articles</a></header>
<main>
<h1>${title}</h1>
<p class="meta">${metaOf(record)}</p>
${verdict(record)}
${layers()}
<div class="sides">
<section aria-labelledby="h-text"><h2 id="h-text">Text</h2>
<p class="hint">Tab into the text, then move with the left and right arrow keys; what is under the pointer or the focus is explained below.</p>
<div id="text" class="show-roles show-names show-quotes ${MARKER_KINDS.map((kind) => `show-${kind} `)}">
${articleText(record, findings)}</div></section>
${balanceSheet(record)}
</div>
${profileChart(record, archive)}
${voices(record)}
${names(record)}
${review()}
</main>
<aside id="inspector" aria-live="polite" aria-label="What is under the focus"><p>Nothing is under the pointer or the focus.</p></aside>
<script type="application/json" id="record">${raw(safeJson(dataOf(record, findings)))}</script>`;
  return page({ title: `${title} · oped`, root: '../', scripts: ['assets/article.js', 'assets/review.js'], body });
}

function metaOf(record: OpedRecord): Html {
  const { source, published, section } = record;
  const parts = [
    authorsOf(record) && html`By ${authorsOf(record)}`,
    published && html`<time datetime="${published}">${published.slice(0, 10)}</time>`,
    section && html`${section}`,
    html`${wordsIn(record)} words`,
    source.url ? webLink(source.url, 'Source') : html`${source.path}`,
  ];
  return html`${parts.filter((part) => part instanceof Object).map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}`;
}

const LEANS = {
  pro: 'speaks for',
  con: 'speaks against',
  balanced: 'weighs both sides of',
  unknown: 'takes no side that oped could find on',
};

function verdict({ text, verdict, issue, sentences }: OpedRecord): Html {
  const { lean, strength, confidence, sentences: said, because } = verdict;
  const stated = statedLean(verdict);
  const quotes = said.map((index) => html`<li><a href="#s${index + 1}">${lineOf(text, sentences[index]!)}</a></li>`);
  return html`<section class="verdict" aria-labelledby="h-verdict"><h2 id="h-verdict">Verdict</h2>
<p class="lead"><span class="lean l-${stated}">${stated}</span> The author ${stated === 'unclear' ? 'perhaps ' : ''}${LEANS[lean]} <strong>${issue.phrase ?? 'an issue that oped could not name'}</strong>.</p>
${quotes.length > 0 ? html`<p>Said in these words (${strength}):</p><ul>${quotes}</ul>` : html`<p>No sentence says so outright; it was judged from the whole.</p>`}
<p class="how">Confidence ${percent(confidence)}${because.length > 0 ? html`, decided by: ${because.map(whyDecided).join('; ')}` : null}. Issue: confidence ${percent(issue.confidence)}, by ${issue.by}.</p></section>`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Which findings are shown. Each layer can be switched; markers by kind. */
function layers(): Html {
  const box = (name: string, words: string, sign: string | null = null) =>
    html`<label><input type="checkbox" data-layer="${name}" checked> <span class="swatch w-${name}">${words}${sign ? html` <sup>${sign}</sup>` : null}</span></label> `;
  const marked = MARKER_KINDS.map((kind) => box(kind, kind.replace('_', ' '), LETTERS[kind]));
  return html`<fieldset class="layers"><legend>Show in the text</legend>
${box('roles', 'pro and con')}${box('names', 'names')}${box('quotes', 'quotes and reports')}${marked}</fieldset>`;
}

function voices({ attributions, entities, text }: OpedRecord): Html {
  const spoken = new Map<string, Html[]>();
  for (const { source, content, kind } of attributions) {
    const who = nameOf(entities, source?.entity ?? null) ?? (source ? lineOf(text, source) : 'Nobody named');
    const said = html`<li><q>${lineOf(text, content).replace(/^["“”]+|["“”]+$/g, '')}</q> <small>${kind}</small></li>`;
    spoken.set(who, [...(spoken.get(who) ?? []), said]);
  }
  const items = [...spoken].map(([who, said]) => html`<dt>${who}</dt><dd><ul>${said}</ul></dd>`);
  return html`<section aria-labelledby="h-voices"><h2 id="h-voices">Who said what</h2>${
    items.length > 0 ? html`<dl>${items}</dl>` : html`<p>Nobody else is quoted or reported.</p>`
  }</section>`;
}

const TYPES: Record<EntityType, string> = {
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
  group: 'Groups',
  law: 'Laws',
  event: 'Events',
  work: 'Works',
};

function names({ entities }: OpedRecord): Html {
  const lists = Object.entries(TYPES).map(([type, words]) => {
    const own = entities.filter((entity) => entity.type === type);
    if (own.length === 0) return null;
    return html`<div><h3>${words}</h3><ul>${own.map(
      ({ name, mentions, descriptions }) =>
        html`<li><a href="../index.html#entity=${encodeURIComponent(name)}">${name}</a> <small>${mentions.length}×${
          descriptions.length > 0 ? html`, ${descriptions.join('; ')}` : null
        }</small></li>`,
    )}</ul></div>`;
  });
  return html`<section aria-labelledby="h-names"><h2 id="h-names">Names</h2><div class="columns">${lists}</div></section>`;
}

/** Filled by review.js; without scripts there is nothing to review with. */
function review(): Html {
  return html`<section aria-labelledby="h-review" id="review"><h2 id="h-review">Review</h2>
<p>Correct what is wrong, add what was missed, and download the result as a gold file; <code>oped score</code> then measures oped on your own material.</p>
<p><button type="button" id="review-start" aria-pressed="false">Review this article</button></p>
<div id="review-tools" hidden></div></section>`;
}

/** What the page's scripts need: the text, the findings, and what a gold file says beside them. */
const dataOf = (record: OpedRecord, findings: readonly Finding[]) => ({
  id: goldId(record),
  text: record.text,
  issue: record.issue.phrase,
  verdict: { lean: record.verdict.lean, sentences: record.verdict.sentences },
  sentences: record.sentences.map(({ start, end, role, confidence, because, voice, holder, holderSpan }) => ({
    ...{ start, end, role, confidence, voice },
    because: because.map(whyDecided),
    holder: nameOf(record.entities, holder) ?? (holderSpan && record.text.slice(holderSpan.start, holderSpan.end)),
  })),
  findings,
  attributions: record.attributions.map(({ source, cue, content }) => ({ source, cue, content })),
});
