import type { OpedRecord } from '../5-record/record.ts';
import { pointWords } from '../5-record/tables/main-point.ts';
import { whoseOf } from '../5-record/tables/whose.ts';
import { counted, lineOf } from '../5-record/tables/words.ts';
import type { Point } from '../article/layers.ts';
import { type Html, html } from './html.ts';

/** The points for and against, side by side, each leading to its place in the text. */
export function balanceSheet(record: OpedRecord): Html {
  const { balance, issue } = record;
  const both = balance.points.filter(({ side }) => side === 'both');
  return html`<section class="balance" aria-labelledby="h-balance"><h2 id="h-balance">Balance sheet</h2>
<p>For and against <strong>${issue.phrase ?? 'an issue that oped could not name'}</strong>: ${counted(balance.pro, 'sentence')} for, ${balance.con} against, ${balance.both} both.</p>
<div class="columns">${column(record, 'pro', 'Pro')}${column(record, 'con', 'Con')}</div>
${both.length > 0 ? html`<h3>Both</h3><ul>${both.map((point) => pointHtml(record, point))}</ul>` : null}</section>`;
}

function column(record: OpedRecord, side: 'pro' | 'con', words: string): Html {
  const points = record.balance.points.filter((point) => point.side === side);
  return html`<div class="side r-${side}"><h3>${words}</h3>${
    points.length > 0 ? html`<ul>${points.map((point) => pointHtml(record, point))}</ul>` : html`<p>No point.</p>`
  }</div>`;
}

function pointHtml(record: OpedRecord, point: Point): Html {
  const { text, conditions } = record;
  const condition = point.condition === null ? null : conditions[point.condition];
  const notes = [
    whoseOf(record, point),
    point.evidence,
    { '-1': 'hedged', '0': null, '1': 'boosted' }[`${point.strength}`],
    condition ? `only if ${lineOf(text, condition.antecedent)}` : null,
  ].filter((note) => note !== null);
  return html`<li><a href="#s${(point.sentences[0] ?? 0) + 1}">${pointWords(record, point)}</a> <small>${notes.join(' · ')}</small></li>`;
}
