// The script of the report: pointing at a difference shows where it is. All else works without it.

export const reportScript = `
for (const entry of document.querySelectorAll('.words [data-finding]')) {
  const marks = entry.closest('.case').querySelectorAll(
    '.sheet g[data-finding="' + entry.dataset.finding + '"]',
  );
  const point = (on) => marks.forEach((mark) => mark.classList.toggle('pointed', on));
  for (const start of ['mouseenter', 'focus']) entry.addEventListener(start, () => point(true));
  for (const end of ['mouseleave', 'blur']) entry.addEventListener(end, () => point(false));
}
`;
