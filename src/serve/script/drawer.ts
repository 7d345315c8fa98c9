import { DRAWER_MOVES, DRAWER_PARTS } from '../../publish/script.ts'

/**
 * The drawer of the desk: that of the page's own file, and besides where to read the report here, which reports have the
 * same origin, and the marks of a sentence with the forms to make them. What it shows is read anew with each part.
 */
export const DRAWER = `
  const drawer = document.getElementById('drawer');
  const wide = matchMedia('(min-width: 75rem)');
  const token = document.body.dataset.token;
  let data, more, open = -1, from = null;
  document.documentElement.classList.add('js');
${DRAWER_PARTS}
  const part = () => document.getElementById('part');
  const jsonOf = (id, other) => {
    const node = document.getElementById(id);
    return node ? JSON.parse(node.textContent) : other;
  };
  const settle = () => {
    data = jsonOf('data', { receipts: [], sentences: [] });
    more = jsonOf('desk-data', { receipts: [], sentences: [] });
    for (const marks of document.querySelectorAll('.s sup'))
      for (const mark of [...marks.querySelectorAll('a.m')].slice(1)) mark.tabIndex = -1;
  };
  const linkTo = (href, ...inside) => {
    const link = el('a', '', ...inside);
    link.href = href;
    return link;
  };
  const itemHere = (number, sentence) => {
    const node = item(number, sentence);
    const { read, kin, more: rest } = more.receipts[number - 1];
    node.append(el('p', 'meta', linkTo(read, 'Read the report here')));
    if (kin.length) {
      const line = el('p', 'meta', 'Same origin: ');
      kin.forEach(([name, href], i) => line.append(i ? '; ' : '', linkTo(href, el('bdi', '', name))));
      if (rest) line.append(' and ' + plural(rest, 'other'));
      node.append(line);
    }
    return node;
  };
  const post = (fields, ...inside) => {
    const form = el('form');
    form.method = 'post';
    form.action = '/marks';
    for (const [name, value] of Object.entries({ crisis: part().dataset.crisis, token, back: back(), ...fields })) {
      const field = el('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.append(...inside);
    return form;
  };
  const back = () => location.pathname + location.search;
  const act = (value, label) => {
    const node = el('button', '', label);
    node.name = 'action';
    node.value = value;
    // Only a note or a correction needs words.
    node.addEventListener('click', () => {
      const words = node.form.elements.text;
      if (words) words.required = value === 'note' || value === 'correct';
    });
    return node;
  };
  const marking = i => {
    const { target, marks } = more.sentences[i];
    if (token === undefined && !marks.length) return [];
    const box = el('section', 'marking', el('h3', '', 'Editors’ marks'));
    for (const mark of marks) {
      const line = el('p', 'editor', el('span', 'by', 'Editor, ', el('bdi', '', mark.by), ', ' + mark.day + '. '), el('b', '', mark.called));
      if (mark.text) line.append(': ', el('bdi', '', mark.text));
      box.append(line);
      if (token !== undefined) box.append(post({ target: mark.id }, act('undo', mark.undo)));
    }
    if (token !== undefined) {
      const words = el('textarea');
      words.name = 'text';
      words.maxLength = 2000;
      box.append(
        post({ target }, el('label', '', 'Words of a note or correction', words), act('confirm', 'Confirm'), act('note', 'Add note'), act('correct', 'Add correction'), act('hide', 'Hide'))
      );
    }
    return [box];
  };
  const fill = i => {
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
      el('ol', '', ...sentence.receipts.map(number => itemHere(number, sentence))),
      ...marking(i)
    );
  };
${DRAWER_MOVES}
  const shut = () => {
    drawer.hidden = true;
    document.body.classList.remove('aside');
    document.body.append(drawer);
    open = -1;
    unmark();
  };
  document.addEventListener('click', event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a');
    const place = event.target.closest('.s');
    const number = link && (link.dataset.n || (/^#n(\\d+)$/.exec(link.getAttribute('href')) || [])[1]);
    if (number && place) show(+place.dataset.s, +number, link);
    else if (number && !showReceipt(+number)) return;
    else if (!number) {
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
  const unfolded = [];
  addEventListener('beforeprint', () => {
    for (const node of document.querySelectorAll('details.notes:not([open]), details.changes:not([open])')) unfolded.push(node), (node.open = true);
  });
  addEventListener('afterprint', () => {
    for (const node of unfolded.splice(0)) node.open = false;
  });
  // A mark is sent by a form, so the page is loaded anew: it stays where it was.
  document.addEventListener('submit', event => {
    if (event.target.getAttribute('action') === '/marks') sessionStorage.setItem('scrolled', scrollY);
  });
  const scrolled = sessionStorage.getItem('scrolled');
  sessionStorage.removeItem('scrolled');
  if (scrolled) scrollTo(0, +scrolled);
  settle();
  const wanted = /^#n(\\d+)$/.exec(location.hash);
  if (wanted) showReceipt(+wanted[1]);
`
