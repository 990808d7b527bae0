// Enhancement only: says when there is something new, and what is wrong with what is being typed. Nothing moves by itself, and without it a page that is
// loaded again tells the same.
(() => {
  const $ = id => document.getElementById(id), live = $('live');
  if (live && window.EventSource) {
    const { events, editions, news, show, goes } = live.dataset;
    const seen = Object.fromEntries(editions.split(' ').filter(Boolean).map(pair => pair.split('=')));
    let source;
    const say = (line, words) => { if (line && line.textContent !== words) line.textContent = words; };
    const hush = () => { if (source) { source.close(); source = undefined; } };
    const listen = () => {
      if (source) return;
      source = new EventSource(events);
      source.addEventListener('edition', e => {
        const { topic, asOf } = JSON.parse(e.data);
        if (asOf <= (seen[topic] || '')) return;
        seen[topic] = asOf;
        if ($('news').firstChild) return;
        const link = document.createElement('a');
        link.href = location.pathname + location.search;
        link.textContent = show;
        $('news').append(news + ' ', link); });
      source.addEventListener('work', e => {
        const { line, end } = JSON.parse(e.data);
        say($('work'), line);
        // A page that only waits for this goes on to what came of it.
        if (end && goes) { hush(); location.replace(location.href); } }); };
    // A browser keeps few connections to one site: a page that nobody looks at holds none.
    document.addEventListener('visibilitychange', () => document.hidden ? hush() : listen());
    addEventListener('pagehide', hush);
    addEventListener('pageshow', () => { if (!document.hidden) listen(); });
  }
  const form = document.querySelector('[data-check]');
  if (form) {
    let timer, turn = 0;
    const check = async () => {
      const own = ++turn;
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
      if (!answer || !answer.ok || own !== turn) return;
      const { faults, notes } = await answer.json();
      for (const line of form.querySelectorAll('.wrong')) {
        const field = line.id.slice(0, -6), control = $(field);
        if (control.value) control.dataset.touched = '1';
        // What nobody came to yet is not called wrong.
        const words = control.dataset.touched ? faults.filter(f => f.field === field).map(f => f.message).join(' ') : '';
        if (line.textContent !== words) line.textContent = words;
        words ? control.setAttribute('aria-invalid', 'true') : control.removeAttribute('aria-invalid'); }
      $('live-check').textContent = [...faults.filter(f => !f.field).map(f => f.message), ...notes].join(' '); };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(check, 600); });
  }
})();
