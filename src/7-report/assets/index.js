// The list of articles: search, filters, order, pages. Data files beside this page call `oped.add`.
'use strict';

const FIELDS = ['file', 'title', 'authors', 'date', 'lean', 'issue', 'pro', 'con', 'names'];
const PER_PAGE = 50;
const INPUTS = ['q', 'author', 'issue', 'entity', 'lean', 'from', 'to'];

const articles = [];
const state = { sort: 'date', down: true, page: 0, found: [] };
const at = (id) => document.getElementById(id);
let waiting = false;

window.oped = {
  add(rows) {
    for (const row of rows) articles.push(fromRow(row));
    if (!waiting) setTimeout(refresh);
    waiting = true;
  },
};

function fromRow(row) {
  const article = {};
  FIELDS.forEach((field, index) => {
    article[field] = row[index];
  });
  article.words = [article.title, article.authors, article.issue, ...article.names].join('\n').toLowerCase();
  article.named = article.names.map((name) => name.toLowerCase());
  return article;
}

function refresh() {
  waiting = false;
  const wanted = Object.fromEntries(INPUTS.map((id) => [id, at(id).value.trim().toLowerCase()]));
  const words = wanted.q.split(/\s+/);
  state.found = articles.filter((article) => fits(article, wanted, words));
  const sign = state.down ? -1 : 1;
  const key = state.sort;
  state.found.sort((a, b) => (a[key] < b[key] ? -sign : a[key] > b[key] ? sign : 0));
  state.page = 0;
  show();
}

function fits(article, { author, issue, entity, lean, from, to }, words) {
  return (
    words.every((word) => article.words.includes(word)) &&
    article.authors.toLowerCase().includes(author) &&
    article.issue.toLowerCase().includes(issue) &&
    (entity === '' || article.named.some((name) => name.includes(entity))) &&
    (lean === '' || article.lean === lean) &&
    (from === '' || (article.date !== '' && article.date >= from)) &&
    (to === '' || (article.date !== '' && article.date <= to))
  );
}

function show() {
  const { found, page } = state;
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  at('count').textContent = `${found.length} of ${articles.length} articles`;
  at('place').textContent = `Page ${page + 1} of ${pages}`;
  at('before').disabled = page === 0;
  at('after').disabled = page >= pages - 1;
  document.querySelector('#list tbody').replaceChildren(...found.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(rowOf));
  for (const button of document.querySelectorAll('[data-sort]')) {
    const order = button.dataset.sort !== state.sort ? 'none' : state.down ? 'descending' : 'ascending';
    button.closest('th').setAttribute('aria-sort', order);
  }
}

function rowOf(article) {
  const row = document.createElement('tr');
  const link = document.createElement('a');
  link.href = `articles/${article.file}.html`;
  link.textContent = article.title;
  const lean = document.createElement('span');
  lean.className = `lean l-${article.lean}`;
  lean.textContent = article.lean;
  const { authors, date, issue, pro, con } = article;
  for (const content of [link, authors, date, lean, issue, pro, con]) {
    const cell = document.createElement('td');
    cell.append(content);
    row.append(cell);
  }
  return row;
}

/** `#entity=Ada%20Obi` in the address sets that filter, so that other pages can lead here. */
function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const known = INPUTS.filter((id) => asked.has(id));
  if (known.length === 0) return;
  for (const id of INPUTS) at(id).value = asked.get(id) ?? '';
  refresh();
  at('filters').scrollIntoView();
}

at('filters').addEventListener('input', refresh);
at('filters').addEventListener('submit', (event) => event.preventDefault());
at('filters').addEventListener('reset', () => setTimeout(refresh));
at('before').addEventListener('click', () => turn(-1));
at('after').addEventListener('click', () => turn(1));
window.addEventListener('hashchange', fromAddress);
window.addEventListener('DOMContentLoaded', () => {
  fromAddress();
  refresh();
});
for (const button of document.querySelectorAll('[data-sort]')) {
  button.addEventListener('click', () => {
    const key = button.dataset.sort;
    state.down = state.sort === key ? !state.down : ['date', 'pro', 'con'].includes(key);
    state.sort = key;
    refresh();
  });
}

function turn(by) {
  state.page += by;
  show();
  at('list').scrollIntoView();
}
