// An article's page: layers that can be switched, movement between findings by keys, and what each of them is.
'use strict';

window.oped = (() => {
  const data = JSON.parse(document.getElementById('record').textContent);
  const text = document.getElementById('text');
  const inspector = document.getElementById('inspector');
  const listeners = [];
  let current = null;

  /** Findings and the signs of sentences that can be reached now, in the order of the text. */
  const stops = () => [...text.querySelectorAll('.tag, mark')].filter((element) => element.getClientRects().length > 0 && isShown(element));

  function isShown(element) {
    if (element.classList.contains('tag')) return true;
    return [...element.classList].some((name) => name.startsWith('k-') && text.classList.contains(layerOf(name.slice(2))));
  }

  function layerOf(kind) {
    if (kind === 'quote') return 'show-quotes';
    return document.querySelector(`[data-layer="${kind}"]`) ? `show-${kind}` : 'show-names';
  }

  function move(by) {
    const all = stops();
    const from = all.indexOf(document.activeElement);
    const to = all[from + by];
    if (!to) return;
    make(to);
    to.focus();
  }

  /** Only one place in the text is a stop of the Tab key; the arrow keys do the rest. */
  function make(element) {
    text.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    element.setAttribute('tabindex', '0');
  }

  function firstStop() {
    const [first] = stops();
    if (first && !text.querySelector('[tabindex="0"]')) make(first);
  }

  const percent = (share) => `${Math.round(share * 100)} %`;
  const spaced = (kind) => kind.replace('_', ' ');

  function linesOf(element) {
    if (element.classList.contains('tag')) {
      const index = Number(element.dataset.s);
      const { role, confidence, because, voice, holder } = data.sentences[index];
      const whose = voice === 'other' ? `, reported${holder ? ` of ${holder}` : ''}` : '';
      return [`Sentence ${index + 1}: ${role}${whose} (${percent(confidence)})`, `Decided by: ${because.join('; ') || 'nothing in particular'}`];
    }
    return element.dataset.f.split(' ').map((id) => {
      const { layer, kind, by, who, voice } = data.findings[Number(id)];
      const what = layer === 'name' ? `Name of a ${kind}: ${who}` : layer === 'quote' ? `Reported (${kind})${who ? ` of ${who}` : ''}` : `Marker: ${spaced(kind)}${voice === 'other' ? ', in another voice' : ''}`;
      return `${what}. Found by ${by}.`;
    });
  }

  function inspect(element) {
    if (current === element) return;
    current = element;
    const words = document.createElement('p');
    words.className = 'words';
    words.textContent = element.classList.contains('tag') ? '' : element.textContent;
    const lines = linesOf(element).map((line) => {
      const item = document.createElement('p');
      item.textContent = line;
      return item;
    });
    inspector.replaceChildren(words, ...lines);
    for (const listener of listeners) listener(element, inspector);
  }

  const target = (event) => event.target.closest?.('#text .tag, #text mark');

  text.addEventListener('focusin', (event) => {
    const element = target(event);
    if (!element) return;
    make(element);
    inspect(element);
  });
  text.addEventListener('mouseover', (event) => {
    const element = target(event);
    // Who is filling in a form about one finding must not lose it to the pointer.
    if (element && isShown(element) && !inspector.contains(document.activeElement)) inspect(element);
  });
  text.addEventListener('click', (event) => target(event)?.focus());
  text.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !target(event)) return;
    event.preventDefault();
    move(by);
  });
  for (const box of document.querySelectorAll('[data-layer]')) {
    box.addEventListener('change', () => {
      text.classList.toggle(`show-${box.dataset.layer}`, box.checked);
      text.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
      firstStop();
    });
  }
  firstStop();

  return {
    data,
    text,
    inspector,
    /** Calls `listener(element, inspector)` whenever something is inspected. */
    onInspect: (listener) => listeners.push(listener),
    /** Shows again what is inspected, after it was changed. */
    again() {
      const element = current;
      current = null;
      if (element) inspect(element);
    },
    firstStop,
  };
})();
