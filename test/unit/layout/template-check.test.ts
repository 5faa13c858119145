// Mistakes of a template that stop the start, each with its line.

import { test } from 'node:test';
import { builtLayout, checkFaults, type PlainLayout } from '../../support/a-layout.ts';

/** Around the lines in question, so that they stand where blocks may stand: line 2 and on. */
function inPage(lines: string): string {
  return `{{#page}}{{#region "a"}}\n${lines}\n{{/region}}{{/page}}`;
}

/** Each expected fault is its line in bill.hbs and a part of its reason. */
function check(lines: string, ...expected: readonly (readonly [number, RegExp])[]): void {
  const built = builtLayout({ template: inPage(lines) });
  checkFaults(
    built.ok ? [] : built.faults,
    expected.map(([line, reason]) => [`plain/bill.hbs:${line}`, reason]),
  );
}

function checkParts(layout: PlainLayout, expected: Parameters<typeof checkFaults>[1]): void {
  const built = builtLayout(layout);
  checkFaults(built.ok ? [] : built.faults, expected);
}

test('what the dialect has is taken', () => {
  check('{{! a comment }}\n{{!-- another --}}');
  check('{{#if number}}{{text number style="text"}}{{else}}{{gap 1}}{{/if}}');
  check('{{#unless number}}{{gap "rowPad"}}{{/unless}}');
  check('{{#each suppliers}}{{text this.name style="text"}}{{else}}{{gap @index}}{{/each}}');
  check('{{#with account}}{{text number style="text" x="50%" y="-rowPad"}}{{/with}}');
  check('{{text (label "due") (label "d" "ue") style="text" face="bold" tone="pale"}}');
  check('{{#if number}}{{gap 1}}{{else if period}}{{gap 2}}{{/if}}');
  check('{{#stack gap="100%"}}{{/stack}}{{rule stroke="hairline" x="100%-14" y="50%+rowPad"}}');
  check('{{image "water" height=5}}{{#if (switch "brief")}}{{/if}}');
});

test('text outside helpers', () => {
  check('Төлеуге', [1, /text stands outside/]);
  check('{{gap 1}}\n  сома {{gap 1}}', [2, /text stands outside/]);
});

test('parts of Handlebars that the dialect lacks', () => {
  check('{{#each suppliers as |one|}}{{/each}}', [2, /\|/]);
  check('{{#stack}}{{else}}{{/stack}}', [2, /else/]);
  check('{{#each suppliers}}{{text @key style="text"}}{{/each}}', [2, /@key/]);
  check('{{text @root.number style="text"}}', [2, /@root/]);
  check('{{text (lookup account "number") style="text"}}', [2, /lookup/]);
  check('{{#if number includeZero=true}}{{/if}}', [2, /includeZero/]);
  check('{{#if number period}}{{/if}}', [2, /if/]);
  check('{{#each}}{{/each}}', [2, /each/]);
});

test('triple braces and the ampersand', () => {
  check('{{{text "a" style="text"}}}', [2, /\{\{\{/]);
  check('{{&text "a" style="text"}}', [2, /\{\{\{/]);
});

test('decorators, inline partials and partial blocks', () => {
  check('{{* deco}}', [2, /Decorator/]);
  check('{{#*inline "a"}}{{/inline}}', [2, /DecoratorBlock/]);
  check('{{#> part}}{{/part}}', [2, /PartialBlockStatement/]);
});

test('values that are printed by themselves', () => {
  check('{{number}}', [2, /number.*prints nothing/]);
  check('{{account.number}}', [2, /prints nothing/]);
  check('{{money totalDue}}', [2, /money.*prints nothing/]);
  check('{{"text"}}', [2, /prints nothing/]);
});

test('unknown helpers', () => {
  check('\n{{txet "a"}}', [3, /txet/]);
  check('{{#colums}}{{/colums}}', [2, /\{\{#colums\}\}/]);
  check('{{#number}}{{/number}}', [2, /\{\{#number\}\}/]);
  check('{{text (mony totalDue) style="text"}}', [2, /\(mony …\)/]);
  check('{{#if (isBig totalDue)}}{{/if}}', [2, /\(isBig …\)/]);
  check('{{log "a"}}', [2, /log/]);
});

test('a block as a value', () => {
  check('{{text (gap 1) style="text"}}', [2, /\(gap …\).*no value/]);
});

test('unknown parameters', () => {
  check('{{text "a" style="text" colour="blue"}}', [2, /takes no colour=; it takes .*style/]);
  check('{{text "a"\n  style="text"\n  with=5}}', [4, /takes no with=/]);
  check('{{gap height=1}}', [2, /takes no height=/]);
});

test('a named parameter that is given twice', () => {
  check('{{text "a" style="text"\n  face="bold" style="text"}}', [3, /style= is given twice/]);
  check('{{text (label "due" a=1 a=1) style="text"}}', [2, /a= is given twice/]);
  check('{{#stack gap=1 gap=2}}{{/stack}}', [2, /gap= is given twice/]);
  checkParts({ template: inPage('{{> part a=1 b=1 a=1}}'), partials: { part: '{{gap a}}' } }, [
    ['plain/bill.hbs:2', /a= is given twice/],
  ]);
});

test('unknown names of the layout', () => {
  check('{{text "a" style="big"}}', [2, /no style "big"/]);
  check('{{text "a" style="text" face="italic"}}', [2, /no face "italic"/]);
  check('{{text "a" style="text" tone="blue"}}', [2, /no tone "blue"/]);
  check('{{rule stroke="thick"}}', [2, /no stroke "thick"/]);
  check('{{text (label "total") style="text"}}', [2, /no label "total"/]);
  check('{{image "sun" height=5}}', [2, /no image "sun"/]);
  check('{{#if (switch "breif")}}{{/if}}', [2, /no switch "breif"/]);
  check('{{gap "rowPda"}}', [2, /"rowPda" is neither/]);
  check('{{gap 1}}{{#frame height="5mm"}}{{/frame}}', [2, /"5mm" is neither/]);
  check('{{gap 1 x="50%+rowPda"}}', [2, /takes no x=/]);
  check('{{rule stroke="hairline" x="50%+rowPda"}}', [2, /"50%\+rowPda" is neither/]);
});

test('unknown tables and columns', () => {
  check('{{#table "chages"}}{{/table}}', [2, /no table "chages"/]);
  check(
    '{{#table "charges"}}{{#row ruleFrom="sevrice"}}\n{{cell "sum" 1}}{{/row}}{{/table}}',
    [2, /no column "sevrice"/],
    [3, /no column "sum"/],
  );
  check(
    '{{#table "charges"}}{{#row}}{{cell "due" 1 to="x" or="y"}}{{/row}}{{/table}}',
    [2, /no column "x"/],
    [2, /no column "y"/],
  );
});

test('unknown partials, also where their name is computed', () => {
  check('{{> premises}}', [2, /no partial "premises"/]);
  check('{{> (lookup . "part")}}', [2, /no partial/]);
});

test('a partial is checked like the template, under its own name', () => {
  const template = inPage('{{> part}}');
  checkParts({ template, partials: { part: '{{gap 1}}\n{{nope}}' } }, [
    ['_parts/part.hbs:2', /nope/],
  ]);
  checkParts({ template, partials: { part: '{{gap 1}}' } }, []);
});

test('what stands behind else and inside blocks is checked too', () => {
  check('{{#if number}}\n{{else}}\n{{nope}}{{/if}}', [4, /nope/]);
  check('{{#stack}}\n{{#each charges}}\n{{nope}}{{/each}}{{/stack}}', [4, /nope/]);
});

test('every mistake is told at once', () => {
  check('{{nope}}\n{{text "a" style="big"}}\nсома', [2, /nope/], [3, /"big"/], [3, /outside/]);
});

test('syntax errors have their line', () => {
  check('{{gap 1}}\n{{#stack}}', [3, /stack/]);
  check('{{text "a}}', [2, /./]);
});

test('a static part reads no bill, by whatever path', () => {
  check('{{#static}}{{text (label "due") style="text"}}{{/static}}');
  check('{{#static}}{{text ../account.payer style="text"}}{{/static}}', [2, /static/]);
  check('{{#static}}{{#stack}}{{text @index style="text"}}{{/stack}}{{/static}}', [2, /static/]);
});
