// Once: tells the site by which clock its reader lives, unless they chose one. Without it times are in UTC until they do.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !/(^|; )zone=/.test(document.cookie)) document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;
})();
