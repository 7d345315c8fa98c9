/**
 * The slider over the days: what it shows is fetched as a part of the same view and put in place of the other, without a
 * jump. Pages seen, and those of the days beside, are kept; of answers that come too late nothing is shown.
 */
export const SLIDER = `
  const MOST_KEPT = 24;
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const kept = new Map();
  const written = day => +day.slice(8) + ' ' + MONTHS[+day.slice(5, 7) - 1] + ' ' + +day.slice(0, 4);
  const say = words => (document.getElementById('said').textContent = words);
  const load = (address, signal) => {
    const known = kept.get(address);
    if (known) return known;
    const url = new URL(address, location.href);
    url.searchParams.set('part', 'main');
    const got = fetch(url, { signal }).then(async answer => {
      const text = await answer.text();
      if (!text.startsWith('<div id="part"')) throw new Error('answer ' + answer.status);
      return text;
    });
    kept.set(address, got);
    got.catch(() => kept.get(address) === got && kept.delete(address));
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
    return got;
  };
  const swap = (text, address) => {
    shut();
    const y = scrollY;
    part().outerHTML = text;
    history.replaceState(null, '', address);
    document.title = part().dataset.title;
    settle();
    const day = part().dataset.asOf;
    for (const link of document.querySelectorAll('.views a')) {
      const url = new URL(link.href);
      if (day) url.searchParams.set('as-of', day);
      else url.searchParams.delete('as-of');
      link.href = url.pathname + url.search;
    }
    scrollTo({ top: y, behavior: 'instant' });
    tell();
  };

  const slider = document.querySelector('.slider');
  const slide = () => {
    const days = jsonOf('days', []);
    const [range, play, prev, next, newest, date, holding] = ['input', '.play', '[rel=prev]', '[rel=next]', '.newest', 'b', '.slider-day span'].map(name => slider.querySelector(name));
    const [later, line] = ['.later', '.here'].map(name => slider.querySelector(name));
    const last = days.length - 1;
    const right = +later.getAttribute('x') + +later.getAttribute('width');
    const half = later.getAttribute('x') - range.value;
    let here = +range.value, timer, busy, control, playing = false;
    const holds = ([, reports, cooperation, conflict]) =>
      (reports ? plural(reports, 'report') : 'no report') + ', co-operation ' + cooperation + ', conflict ' + conflict;
    const addressOf = i => {
      const url = new URL(location.href);
      url.searchParams.delete('page');
      if (i >= last) url.searchParams.delete('as-of');
      else url.searchParams.set('as-of', days[i][0]);
      return url.pathname + url.search;
    };
    const paint = i => {
      const words = written(days[i][0]);
      range.value = i;
      range.setAttribute('aria-valuetext', words + ', ' + holds(days[i]));
      date.textContent = words;
      holding.textContent = holds(days[i]);
      line.setAttribute('d', line.getAttribute('d').replace(/^M\\S+/, 'M' + i));
      later.setAttribute('x', i + half);
      later.setAttribute('width', Math.max(0, right - i - half));
      newest.hidden = i === last;
      for (const [link, to] of [[prev, i - 1], [next, i + 1]]) {
        const there = to >= 0 && to <= last;
        if (there) link.href = addressOf(to), link.removeAttribute('aria-disabled');
        else link.setAttribute('aria-disabled', 'true');
      }
    };
    const beside = () => {
      for (const i of [here + 1, here - 1]) if (i >= 0 && i <= last) load(addressOf(i)).catch(() => {});
    };
    const go = async (i, wait = 0) => {
      here = i;
      paint(i);
      clearTimeout(timer);
      if (control) control.abort();
      const address = addressOf(i);
      if (wait && !kept.has(address)) {
        await new Promise(done => (timer = setTimeout(done, wait)));
        if (here !== i) return;
      }
      busy = busy || setTimeout(() => part().setAttribute('aria-busy', 'true'), 200);
      const mine = (control = new AbortController());
      try {
        const text = await load(address, mine.signal);
        if (here !== i) return;
        swap(text, address);
        say('Showing ' + written(days[i][0]) + ', ' + holds(days[i]));
        if (!playing) timer = setTimeout(beside, 120);
      } catch {
        if (here === i && !mine.signal.aborted) location.assign(address);
      } finally {
        if (here === i) {
          clearTimeout(busy);
          busy = 0;
          part().removeAttribute('aria-busy');
        }
        if (control === mine) control = undefined;
      }
    };
    const stop = () => {
      playing = false;
      play.textContent = 'Play';
    };
    const replay = async () => {
      playing = true;
      play.textContent = 'Pause';
      if (here === last) await go(0);
      while (playing && here < last) {
        load(addressOf(here + 1)).catch(() => {});
        await new Promise(done => setTimeout(done, days[here][1] ? 1300 : 450));
        if (playing) await go(here + 1);
      }
      stop();
    };
    range.addEventListener('input', () => {
      stop();
      go(+range.value, 60);
    });
    play.addEventListener('click', () => (playing ? stop() : replay()));
    slider.addEventListener('click', event => {
      const link = event.target.closest('a');
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      stop();
      const to = link === prev ? here - 1 : link === next ? here + 1 : last;
      if (to >= 0 && to <= last) go(to);
    });
    document.addEventListener('click', event => {
      const link = event.target.closest('.banner a.newest');
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || new URL(link.href).pathname !== location.pathname) return;
      event.preventDefault();
      stop();
      range.focus();
      go(last);
    });
    range.hidden = play.hidden = false;
    paint(here);
    setTimeout(beside, 400);
  };
`
