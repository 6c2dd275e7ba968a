// Review: corrections of roles, markers and names, kept as a list that can be undone, and downloaded as a gold file.
'use strict';

(() => {
  const { data, text, onInspect, again, firstStop } = window.oped;
  const ROLES = ['pro', 'con', 'both', 'none'];
  const LEANS = ['pro', 'con', 'balanced'];
  const NAMES = ['person', 'organization', 'place', 'group', 'law', 'event', 'work'];
  const MARKERS = ['hedge', 'booster', 'attitude', 'self_mention', 'engagement', 'attribution', 'concession', 'obligation'];
  const start = document.getElementById('review-start');
  const tools = document.getElementById('review-tools');
  /** Each correction says itself in words, changes the gold when it is made, and can be taken back on the page. */
  const corrections = [];

  // --- small builders: nothing here ever becomes markup
  function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.append(...children);
    return element;
  }
  const labelled = (words, input) => make('label', {}, words, input);
  const choice = (options, value) => make('select', {}, ...options.map((option) => make('option', { value: option, selected: option === value }, option.replace('_', ' '))));

  // --- corrections
  function correct(correction) {
    corrections.push(correction);
    correction.show(true);
    list();
    again();
  }

  function undo(correction) {
    corrections.splice(corrections.indexOf(correction), 1);
    correction.show(false);
    list();
    again();
  }

  function correctSentence(index, role, voice) {
    const sentence = data.sentences[index];
    const before = { role: sentence.role, voice: sentence.voice };
    if (role === before.role && voice === before.voice) return;
    correct({
      words: `Sentence ${index + 1}: ${before.role} (${before.voice}) is ${role} (${voice})`,
      change: (gold) => Object.assign(gold.sentences[index], { role, voice, holder: voice === 'author' ? null : gold.sentences[index].holder }),
      show: (on) => showSentence(index, on ? { role, voice } : before),
    });
  }

  function showSentence(index, { role, voice }) {
    Object.assign(data.sentences[index], { role, voice });
    const tag = text.querySelector(`.tag[data-s="${index}"]`);
    tag.parentElement.className = `s r-${role}`;
    tag.setAttribute('aria-label', `Sentence ${index + 1}: ${role}${voice === 'other' ? ', reported' : ''}`);
  }

  const piecesOf = (id) => [...text.querySelectorAll('mark')].filter(({ dataset }) => dataset.f?.split(' ').includes(String(id)));

  function correctKind(id, kind) {
    const finding = data.findings[id];
    const before = finding.kind;
    if (kind === before) return;
    const words = data.text.slice(finding.start, finding.end);
    correct({
      words: `“${words}” is ${kind.replace('_', ' ')}, not ${before.replace('_', ' ')}`,
      change: (gold) => Object.assign(gold.found.get(id), finding.layer === 'name' ? { type: kind } : { kind }),
      show(on) {
        finding.kind = on ? kind : before;
        for (const piece of piecesOf(id)) {
          piece.classList.remove(`k-${on ? before : kind}`);
          piece.classList.add(`k-${on ? kind : before}`);
          if (finding.layer === 'marker' && piece.dataset.l) piece.dataset.l = finding.kind[0].toUpperCase();
        }
      },
    });
  }

  function remove(id) {
    const finding = data.findings[id];
    correct({
      words: `“${data.text.slice(finding.start, finding.end)}” is no ${finding.kind.replace('_', ' ')}`,
      change: (gold) => gold.found.delete(id),
      show: (on) => piecesOf(id).forEach((piece) => piece.classList.toggle('removed', on)),
    });
  }

  function rename(id, name) {
    const finding = data.findings[id];
    const before = finding.who;
    if (name === '' || name === before) return;
    correct({
      words: `“${data.text.slice(finding.start, finding.end)}” names ${name}`,
      change: (gold) => Object.assign(gold.found.get(id), { canonical: name }),
      show: (on) => {
        finding.who = on ? name : before;
      },
    });
  }

  /** What was missed: words as they stand in the sentence, the first time that they are not marked so already. */
  function addMissed(index, words, kind) {
    const sentence = data.sentences[index];
    const taken = (from) => data.findings.some((one) => one.start === from && one.end === from + words.length && one.kind === kind);
    let from = words === '' ? -1 : data.text.indexOf(words, sentence.start);
    while (from >= 0 && from + words.length <= sentence.end && taken(from)) from = data.text.indexOf(words, from + 1);
    if (from < 0 || from + words.length > sentence.end) return `“${words}” does not stand in sentence ${index + 1}, or is marked already.`;
    const span = { start: from, end: from + words.length, text: words };
    const piece = wrap(span, kind);
    correct({
      words: `“${words}” is ${kind.replace('_', ' ')}`,
      change: (gold) => (NAMES.includes(kind) ? gold.entities.push({ ...span, type: kind, canonical: words }) : gold.markers.push({ ...span, kind })),
      show: (on) => piece?.classList.toggle('added', on),
    });
    return null;
  }

  /** Puts an element round a stretch of the text that lies in one piece; else the list of corrections alone shows it. */
  function wrap({ start: from, end: to }, kind) {
    const block = [...text.querySelectorAll('[data-start]')].findLast((element) => Number(element.dataset.start) <= from);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let at = Number(block.dataset.start);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (at <= from && to <= at + node.length) {
        const range = document.createRange();
        range.setStart(node, from - at);
        range.setEnd(node, to - at);
        const piece = make('span', { className: `k-${kind}` });
        range.surroundContents(piece);
        return piece;
      }
      at += node.length;
    }
    return null;
  }

  // --- forms under the inspected finding
  onInspect((element, inspector) => {
    if (!text.classList.contains('reviewing')) return;
    if (element.classList.contains('tag')) inspector.append(sentenceForm(Number(element.dataset.s)), missedForm(Number(element.dataset.s)));
    else for (const id of element.dataset.f.split(' ').map(Number)) if (data.findings[id].layer !== 'quote') inspector.append(findingForm(id));
  });

  function form(words, act, ...fields) {
    const made = make('form', {}, ...fields, make('button', { type: 'submit' }, words));
    made.addEventListener('submit', (event) => {
      event.preventDefault();
      act();
    });
    return made;
  }

  function sentenceForm(index) {
    const { role, voice } = data.sentences[index];
    const roles = choice(ROLES, role);
    const voices = choice(['author', 'other'], voice);
    return form('Correct the sentence', () => correctSentence(index, roles.value, voices.value), labelled('Role', roles), labelled('Voice', voices));
  }

  function missedForm(index) {
    const words = make('input', { autocomplete: 'off' });
    const kinds = choice([...MARKERS, ...NAMES], 'hedge');
    const answer = make('p', {});
    answer.setAttribute('role', 'status');
    const made = form('Add what was missed', () => { answer.textContent = addMissed(index, words.value.trim(), kinds.value) ?? ''; }, labelled('Words as they stand in this sentence', words), labelled('Kind', kinds));
    made.append(answer);
    return made;
  }

  function findingForm(id) {
    const { layer, kind, who } = data.findings[id];
    const kinds = choice(layer === 'name' ? NAMES : MARKERS, kind);
    const name = make('input', { value: who ?? '', autocomplete: 'off' });
    const drop = make('button', { type: 'button' }, 'Remove');
    drop.addEventListener('click', () => remove(id));
    const fields = [labelled(layer === 'name' ? 'Type' : 'Kind', kinds), ...(layer === 'name' ? [labelled('Stands for', name)] : [])];
    const made = form(`Correct the ${layer}`, () => {
      correctKind(id, kinds.value);
      if (layer === 'name') rename(id, name.value.trim());
    }, ...fields);
    made.append(drop);
    return made;
  }

  // --- the list of corrections and the gold file
  const issue = make('input', { value: data.issue ?? '', size: 50 });
  const lean = choice(LEANS, LEANS.includes(data.verdict.lean) ? data.verdict.lean : 'balanced');
  const layers = ['entities', 'markers', 'attributions'].map((layer) => [layer, make('input', { type: 'checkbox', checked: layer !== 'attributions' })]);
  const items = make('ol', { id: 'corrections' });
  const state = make('p', {}, 'No correction yet.');
  state.setAttribute('role', 'status');
  const download = (id, words, name, content) => {
    const button = make('button', { type: 'button', id }, words);
    button.addEventListener('click', () => save(name, content()));
    return button;
  };
  tools.append(
    state,
    items,
    labelled('Issue', issue),
    labelled('Lean', lean),
    make('p', {}, 'I have checked, beside the roles: ', ...layers.map(([layer, box]) => make('label', { className: 'check' }, box, ` ${layer === 'entities' ? 'names' : layer}`))),
    download('download-gold', 'Download the gold file', `${fileName()}.json`, () => `${JSON.stringify(gold(), null, 1)}\n`),
    download('download-text', 'Download its text', `${fileName()}.txt`, () => data.text),
  );

  function list() {
    state.textContent = corrections.length === 0 ? 'No correction yet.' : `${corrections.length} corrections.`;
    items.replaceChildren(
      ...corrections.map((correction) => {
        const back = make('button', { type: 'button' }, 'Undo');
        back.setAttribute('aria-label', `Undo: ${correction.words}`);
        back.addEventListener('click', () => undo(correction));
        return make('li', {}, correction.words, ' ', back);
      }),
    );
  }

  const withText = (span) => span && { start: span.start, end: span.end, text: data.text.slice(span.start, span.end) };

  /** A gold file as those in `corpora/`: standoff, positions in UTF-16 code units. */
  function gold() {
    const made = {
      id: data.id,
      issue: issue.value.trim(),
      verdict: { lean: lean.value, sentences: data.verdict.sentences },
      sentences: original.map((sentence) => ({ ...sentence })),
      entities: [],
      markers: [],
      attributions: data.attributions.map(({ source, cue, content }) => ({ source: withText(source), cue: withText(cue), content: withText(content) })),
      layers: ['sentences', ...layers.filter(([, box]) => box.checked).map(([layer]) => layer)],
    };
    made.found = new Map(originals.map((finding) => [finding.id, { ...finding.gold }]));
    for (const correction of corrections) correction.change(made);
    for (const [, finding] of made.found) (finding.type ? made.entities : made.markers).push(finding);
    delete made.found;
    for (const spans of [made.entities, made.markers]) spans.sort((a, b) => a.start - b.start || a.end - b.end);
    return made;
  }

  // As oped said it, before any correction.
  const original = data.sentences.map(({ start: from, end, role, voice, holder }) => ({ start: from, end, role, voice, holder: voice === 'other' ? holder : null }));
  const originals = data.findings.flatMap((finding, id) => {
    if (finding.layer === 'quote') return [];
    const what = finding.layer === 'name' ? { type: finding.kind, canonical: finding.who } : { kind: finding.kind };
    return [{ id, gold: { ...withText(finding), ...what } }];
  });

  function fileName() {
    return data.id.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'article';
  }

  function save(name, content) {
    const link = make('a', { href: URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  start.addEventListener('click', () => {
    const on = text.classList.toggle('reviewing');
    start.setAttribute('aria-pressed', String(on));
    tools.hidden = !on;
    firstStop();
    again();
  });
})();
