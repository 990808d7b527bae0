// Enhancement only: opens evidence in place, level with its sentence. Without it the links and :target do the work.
(() => {
  const root = document.documentElement, $ = id => document.getElementById(id);
  root.classList.add('js');
  let open;
  const mark = n => $('s' + n).querySelector('.c');
  const level = n => {
    const card = $('e' + n), block = card.closest('.blk').getBoundingClientRect();
    card.style.setProperty('--y', Math.max(0, $('s' + n).getClientRects()[0].top - block.top) + 'px'); };
  const shut = back => { if (!open) return;
    const n = open; open = null;
    $('e' + n).classList.remove('open'); $('s' + n).classList.remove('on'); mark(n).setAttribute('aria-expanded', 'false');
    history.replaceState(null, '', location.pathname + location.search);
    if (back) mark(n).focus({ preventScroll: true }); };
  const show = (n, move) => {
    if (!$('e' + n) || !$('s' + n)) return;
    shut(); open = n;
    $('e' + n).classList.add('open'); $('s' + n).classList.add('on'); mark(n).setAttribute('aria-expanded', 'true');
    level(n); history.replaceState(null, '', '#e' + n);
    if (move) { $('s' + n).scrollIntoView({ block: 'center' }); mark(n).focus({ preventScroll: true }); } };
  document.querySelectorAll('.s[id] .c').forEach(c => { c.setAttribute('aria-expanded', 'false'); c.setAttribute('aria-controls', c.hash.slice(1)); });
  addEventListener('click', e => {
    const a = e.target.closest('a'), s = e.target.closest('.s[id]');
    if (a && a.matches('.ev-h a')) { e.preventDefault(); shut(true); return; }
    if (a && (a.matches('.step a') || /^#s\d+$/.test(a.getAttribute('href')))) { e.preventDefault(); show(a.hash.slice(2), true); return; }
    if (a && a.matches('.c') && !s) { e.preventDefault(); show(a.hash.slice(2), true); return; }
    if (a && !a.matches('.c')) return;
    if (!s || String(getSelection())) return;
    e.preventDefault(); const n = s.id.slice(1); n === open ? shut() : show(n); });
  addEventListener('keydown', e => { if (e.key === 'Escape') shut(true); });
  addEventListener('resize', () => { if (open) level(open); });
  const fromAddress = () => { const m = /^#[es](\d+)$/.exec(location.hash); if (m && m[1] !== open) show(m[1], true); };
  addEventListener('hashchange', fromAddress);
  fromAddress();
})();
