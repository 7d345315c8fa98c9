/** The news of the desk: how far it has read, and a quiet line where the page shown has changed since. */
export const LIVE = `
  const reading = document.getElementById('reading');
  const live = document.getElementById('live');
  let state, source;
  const isNewer = () => {
    const { waits, crisis, revision } = part().dataset;
    if (waits === 'desk') return state.revision > +revision;
    const mine = waits === 'page' && state.pages.find(page => page.crisis === crisis);
    return !!mine && +revision > 0 && mine.revision > +revision;
  };
  const line = () => {
    const { waits, asOf } = part().dataset;
    const show = button(waits === 'desk' || !asOf ? 'show it' : 'show the newest', () => {
      const url = new URL(location.href);
      url.searchParams.delete('as-of');
      url.hash = '';
      if (url.href === location.href) location.reload();
      else location.assign(url);
    });
    return el('p', '', waits === 'page' && asOf ? 'The newest page has changed: ' : 'This page has changed: ', show);
  };
  const tell = () => {
    if (!state) return;
    const words = 'Reading ' + state.done + ' of ' + state.total + ' reports…';
    const reads = state.phase === 'reading' && state.total > 0;
    const bar = part().querySelector('progress');
    reading.hidden = !reads || !!bar;
    reading.textContent = words;
    if (bar && reads) {
      bar.max = state.total;
      bar.value = state.done;
      part().querySelector('.progress').textContent = words;
    }
    const { waits, crisis } = part().dataset;
    const mine = state.pages.find(page => page.crisis === crisis);
    if (bar && waits === 'page' && (state.phase === 'ready' || (mine && mine.revision > 0))) location.reload();
    else if (isNewer()) {
      kept.clear();
      if (!live.firstChild) live.append(line());
    } else live.replaceChildren();
  };
  const hear = () => {
    if (source || document.hidden) return;
    source = new EventSource('/live');
    source.addEventListener('state', event => {
      state = JSON.parse(event.data);
      tell();
    });
  };
  const rest = () => {
    if (source) source.close();
    source = undefined;
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : hear()));
  addEventListener('pagehide', rest);
  addEventListener('pageshow', hear);
  hear();
`
