// Enhancement only: opens evidence in place, level with its sentence. Without it the links and :target do the work.
(() => {
  const root = document.documentElement, $ = id => document.getElementById(id);
  root.classList.add('js');
  let open;
  const shut = () => { if (!open) return;
    $('e' + open).classList.remove('open'); $('s' + open).classList.remove('on');
    $('s' + open).querySelector('.c').setAttribute('aria-expanded', 'false'); open = null; };
  const show = (n, move) => {
    const card = $('e' + n), s = $('s' + n); if (!card) return;
    shut(); open = n; card.classList.add('open'); s.classList.add('on');
    s.querySelector('.c').setAttribute('aria-expanded', 'true');
    card.style.setProperty('--y', s.getClientRects()[0].top - s.closest('.blk').getBoundingClientRect().top + 'px');
    history.replaceState(null, '', '#e' + n);
    if (move) { s.scrollIntoView({ block: 'center' }); s.querySelector('.c').focus({ preventScroll: true }); } };
  document.querySelectorAll('.c').forEach(c => c.setAttribute('aria-expanded', 'false'));
  addEventListener('click', e => {
    const a = e.target.closest('a'), s = e.target.closest('.s[id]');
    if (a && a.matches('.ev-h a')) { e.preventDefault(); const n = open; shut(); $('s' + n).querySelector('.c').focus(); return; }
    if (a && a.matches('.step a')) { e.preventDefault(); show(a.hash.slice(2), true); return; }
    if (a && /^#s\d+$/.test(a.hash)) { e.preventDefault(); show(a.hash.slice(2), true); return; }
    if (a && !a.matches('.c')) return;
    if (!s || String(getSelection())) return;
    e.preventDefault(); const n = s.id.slice(1); n === open ? shut() : show(n); });
  addEventListener('keydown', e => { if (e.key === 'Escape' && open) { const n = open; shut(); $('s' + n).querySelector('.c').focus(); } });
  if (/^#e\d+$/.test(location.hash)) show(location.hash.slice(2), true);
})();
