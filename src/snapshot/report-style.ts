// The style of the report. Nothing in it is loaded from anywhere.

export const reportStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f4f1, #1b1c1e);
  --card: light-dark(#ffffff, #26282b);
  --ink: light-dark(#1d1f21, #e9e9e6);
  --soft: light-dark(#63676b, #a2a6aa);
  --edge: light-dark(#dcdcd6, #3a3d41);
  --mark: light-dark(#c27803, #f0a92e);
  --gone: #e5383b;
  --came: #00a9b5;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 0 1.5rem 4rem; max-width: 110rem;
  background: var(--ground); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif;
}
header { padding: 1.5rem 0 .5rem; }
h1 { font-size: 1.6rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
p { margin: 0; }
a { color: inherit; }
section, nav, .same {
  background: var(--card); border: 1px solid var(--edge); border-radius: 10px;
  padding: 1rem 1.25rem; margin: 1rem 0;
}
table { border-collapse: collapse; }
td { padding: .2rem .75rem .2rem 0; vertical-align: top; }
.number { white-space: nowrap; color: var(--soft); font-variant-numeric: tabular-nums; }
nav ol { columns: 20rem; margin: 0; padding-left: 1.4rem; }
.badge {
  font-size: .75rem; font-weight: 600; padding: .1rem .5rem; border-radius: 1rem;
  background: var(--edge); color: var(--ink); white-space: nowrap;
}
.badge.differs { background: var(--mark); color: #fff; }
.badge.failed, .badge.gone { background: var(--gone); color: #fff; }
.sides { display: grid; grid-template-columns: minmax(18rem, 2fr) 5fr; gap: 1.5rem; }
.words ol { margin: 0; padding-left: 1.4rem; }
.words li { margin-bottom: .5rem; border-radius: 4px; }
.words li[data-finding]:is(:hover, :focus) { outline: 2px solid var(--mark); outline-offset: 3px; }
.words ul { margin: .15rem 0 0; padding-left: 1.1rem; color: var(--soft); }
.words ul li { margin: 0; }
.words ul:empty, .place:empty { display: none; }
.place { color: var(--soft); font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.note { color: var(--soft); margin-top: .5rem; }
.tabs { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: .75rem; align-items: center; }
.tabs label { cursor: pointer; }
.legend { margin-left: auto; color: var(--soft); font-size: .85rem; }
.legend i { display: inline-block; width: .8em; height: .8em; margin-left: .8em; }
.legend .gone { background: var(--gone); }
.legend .came { background: var(--came); }
.sheets { display: flex; gap: 1rem; }
.sheet { margin: 0; flex: 1; min-width: 0; }
.sheet > div { position: relative; background: #fff; box-shadow: 0 0 0 1px var(--edge); }
.sheet figcaption { color: var(--soft); font-size: .85rem; margin-bottom: .25rem; }
.sheet figcaption::first-letter { text-transform: uppercase; }
.sheet img { display: block; width: 100%; }
.sheet svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.sheet rect {
  fill: rgb(240 169 46 / .12); stroke: #d98a04; stroke-width: 1; vector-effect: non-scaling-stroke;
}
.sheet g.pointed rect { fill: rgb(240 169 46 / .4); stroke-width: 2.5; }
.sheet.before, .sheet.after { display: none; }
.viewer:has([value=before]:checked) .sheet.before,
.viewer:has([value=after]:checked) .sheet.after,
.viewer:has([value=both]:checked) :is(.sheet.before, .sheet.after) { display: block; }
.viewer:has([value=before]:checked, [value=after]:checked, [value=both]:checked) .sheet.overlay {
  display: none;
}
.viewer:not(:has([value=overlay]:checked)) .legend { visibility: hidden; }
@media (max-width: 60rem) { .sides { grid-template-columns: 1fr; } }
`;
