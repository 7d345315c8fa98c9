/** How the drawer is put together: an element, a passage in its context, a receipt; the page's data are called `data`. */
export const DRAWER_PARTS = `  const el = (tag, name, ...inside) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    node.append(...inside);
    return node;
  };
  const spot = i => document.querySelector('.s[data-s="' + i + '"]');
  const plural = (n, noun) => n + ' ' + noun + (n === 1 ? '' : 's');
  const button = (text, act, off) => {
    const node = el('button', '', text);
    node.type = 'button';
    node.disabled = !!off;
    node.addEventListener('click', act);
    return node;
  };
  const KINDS = [['mark', 'kept'], ['s', 'left'], ['span', 'new']];
  const passage = (receipt, pieces) => {
    const box = el('blockquote', 'context');
    box.dir = 'auto';
    if (receipt.lang && receipt.lang !== 'und') box.lang = receipt.lang;
    box.append(el('span', 'around', receipt.before));
    for (const [kind, text] of pieces || [[0, receipt.passage]]) box.append(el(KINDS[kind][0], KINDS[kind][1], text));
    if (!receipt.passage) box.append(el('span', 'around', 'passage not carried'));
    box.append(el('span', 'around', receipt.after));
    return box;
  };
  const item = (number, sentence) => {
    const receipt = data.receipts[number - 1];
    const head = el('p', 'head', el('span', 'no', String(number)), ' ', el('bdi', 'pub', receipt.publisher || 'publisher unknown'));
    const title = el('p', 'title', el('bdi', '', receipt.title));
    const meta = el('p', 'meta', [receipt.when, receipt.inTitle ? 'in the title' : ''].filter(Boolean).join(' · '));
    const foot = el('p', 'meta', 'read by ', el('code', '', receipt.rule));
    if (receipt.href) {
      const link = el('a', '', 'Open the original at ' + receipt.host);
      link.href = receipt.href;
      link.rel = 'noopener noreferrer external';
      foot.prepend(link, ' · ');
    }
    const node = el('li', '', head, title, meta, passage(receipt, sentence.pieces[number]), foot);
    node.id = 'd' + number;
    node.tabIndex = -1;
    return node;
  };
  const edits = sentence => {
    const list = el('ul', 'edits');
    for (const { from, to, rule } of sentence.changed)
      list.append(el('li', '', 'Written out: “', el('bdi', '', from), '” as “', el('bdi', '', to), '” ', el('code', '', rule)));
    for (const { text, rule } of sentence.left)
      list.append(el('li', '', 'Left out: “', el('bdi', '', text), '” ', el('code', '', rule)));
    return list.childNodes.length ? [list] : [];
  };
`

/** How it opens beside or below a sentence, and closes; its content is the work of `fill`. */
export const DRAWER_MOVES = `  const unmark = () => {
    for (const node of document.querySelectorAll('.s.on')) node.classList.remove('on');
  };
  const show = (i, number, mark) => {
    const place = spot(i);
    if (!place) return;
    unmark();
    place.classList.add('on');
    open = i;
    from = mark || place.querySelector('a.m');
    fill(i);
    drawer.classList.toggle('side', wide.matches);
    document.body.classList.toggle('aside', wide.matches);
    if (wide.matches) document.body.append(drawer);
    else (place.closest('blockquote') || place.closest('p,h1,h3')).after(drawer);
    drawer.hidden = false;
    drawer.scrollTop = 0;
    place.scrollIntoView({ block: wide.matches ? 'nearest' : 'start' });
    const first = data.sentences[i].receipts[0];
    const target = number && number !== first ? document.getElementById('d' + number) : document.getElementById('drawer-title');
    target.focus({ preventScroll: !wide.matches });
  };
  const hide = () => {
    drawer.hidden = true;
    document.body.classList.remove('aside');
    open = -1;
    unmark();
    if (from) from.focus({ preventScroll: true });
  };
  const showReceipt = number => {
    const mark = document.getElementById('m' + number);
    if (mark) show(+mark.closest('.s').dataset.s, number, mark);
    return !!mark;
  };
`

/**
 * The page's own script: a sentence, once chosen, shows its passages in their context. Plain DOM, text set as text only.
 * Beside the text on a wide screen, below the sentence on a narrow one. Without it the notes hold the same passages.
 */
export const SCRIPT = `'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const drawer = document.getElementById('drawer');
  const wide = matchMedia('(min-width: 75rem)');
  let open = -1, from = null;
  document.documentElement.classList.add('js');
${DRAWER_PARTS}  const fill = i => {
    const sentence = data.sentences[i];
    const title = el('h2', '', 'What this rests on');
    title.id = 'drawer-title';
    title.tabIndex = -1;
    const origins = sentence.origins <= 1 ? 'one origin' : sentence.origins + ' independent origins';
    const step = d => button(d < 0 ? 'Previous' : 'Next', () => show(i + d), !spot(i + d));
    drawer.replaceChildren(
      el('div', 'bar', step(-1), step(1), button('Close', hide)),
      title,
      el('p', 'sum', plural(sentence.receipts.length, 'passage') + ', ' + origins),
      ...edits(sentence),
      el('ol', '', ...sentence.receipts.map(number => item(number, sentence)))
    );
  };
${DRAWER_MOVES}  document.addEventListener('click', event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a');
    const place = event.target.closest('.s');
    const receipt = link && /^#n(\\d+)$/.exec(link.getAttribute('href'));
    if (receipt && place) show(+place.dataset.s, +receipt[1], link);
    else if (receipt && !showReceipt(+receipt[1])) return;
    else if (!receipt) {
      if (link || !place || String(getSelection())) return;
      if (+place.dataset.s === open) hide();
      else show(+place.dataset.s);
    }
    event.preventDefault();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && open >= 0) hide();
  });
  wide.addEventListener('change', () => open >= 0 && show(open));
  for (const marks of document.querySelectorAll('.s sup'))
    for (const mark of [...marks.querySelectorAll('a.m')].slice(1)) mark.tabIndex = -1;
  const details = [];
  addEventListener('beforeprint', () => {
    for (const node of document.querySelectorAll('details.notes:not([open]), details.changes:not([open])')) details.push(node), (node.open = true);
  });
  addEventListener('afterprint', () => {
    for (const node of details.splice(0)) node.open = false;
  });
  const wanted = /^#n(\\d+)$/.exec(location.hash);
  if (wanted) showReceipt(+wanted[1]);
})();
`
