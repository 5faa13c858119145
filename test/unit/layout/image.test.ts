// The SVG subset: what it reads, what it refuses with a line, and the emblems we ship.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseVectorImage } from '../../../src/layout/image.ts';
import type { Shape } from '../../../src/typeset/page.ts';

function svgOf(body: string, viewBox = '0 0 48 48'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">\n${body}\n</svg>`;
}

function checkShapes(body: string, expected: readonly Shape[], viewBox?: string): void {
  const outcome = parseVectorImage('sample', svgOf(body, viewBox));
  assert.deepEqual(outcome.ok ? outcome.value.shapes : outcome.faults, expected);
}

/** Each expected fault is `line: part of the message`. */
function checkFaults(svg: string, expected: readonly (readonly [number, RegExp])[]): void {
  const outcome = parseVectorImage('sample', svg);
  const faults = outcome.ok ? [] : outcome.faults;
  assert.equal(faults.length, expected.length, JSON.stringify(faults));
  for (const [index, [line, message]] of expected.entries()) {
    assert.equal(faults[index]?.code, 'LAYOUT_BROKEN');
    assert.equal(faults[index]?.source, `sample.svg:${line}`);
    assert.match(faults[index]?.message ?? '', message);
  }
}

test('paths become absolute lines and cubic curves', () => {
  const cases: readonly (readonly [string, Shape['segments']])[] = [
    ['M1 2L3 4z', [['M', 1, 2], ['L', 3, 4], ['Z']]],
    [
      'm1 2 3 4',
      [
        ['M', 1, 2],
        ['L', 4, 6],
      ],
    ],
    [
      'M1 2h5v6H0V1',
      [
        ['M', 1, 2],
        ['L', 6, 2],
        ['L', 6, 8],
        ['L', 0, 8],
        ['L', 0, 1],
      ],
    ],
    [
      'M0 0c1 1 2 2 3 3s2 2 3 3',
      [
        ['M', 0, 0],
        ['C', 1, 1, 2, 2, 3, 3],
        ['C', 4, 4, 5, 5, 6, 6],
      ],
    ],
    [
      'M0 0q3 3 6 0t6 0',
      [
        ['M', 0, 0],
        ['C', 2, 2, 4, 2, 6, 0],
        ['C', 8, -2, 10, -2, 12, 0],
      ],
    ],
    [
      'M0 0l.12345-.5',
      [
        ['M', 0, 0],
        ['L', 0.123, -0.5],
      ],
    ],
  ];
  for (const [d, segments] of cases) checkShapes(`<path d="${d}"/>`, [{ segments, fill: 0 }]);
});

test('circles become four curves through their extremes', () => {
  const outcome = parseVectorImage('sample', svgOf('<circle cx="10" cy="20" r="5"/>'));
  const segments = outcome.ok ? (outcome.value.shapes[0]?.segments ?? []) : [];
  assert.deepEqual(segments.map(([command]) => command).join(''), 'MCCCCZ');
  const ends = segments.filter(([command]) => command === 'C').map((curve) => curve.slice(-2));
  const extremes = [
    [15, 20],
    [10, 15],
    [10, 25],
    [5, 20],
  ];
  for (const extreme of extremes) {
    assert.ok(
      ends.some((end) => String(end) === String(extreme)),
      `${extreme} in ${ends}`,
    );
  }
});

test('rectangles and lines are paths too, and the frame moves all to its corner', () => {
  checkShapes('<rect x="2" y="3" width="4" height="5" fill="#777"/>', [
    { segments: [['M', 2, 3], ['L', 6, 3], ['L', 6, 8], ['L', 2, 8], ['Z']], fill: 0.467 },
  ]);
  checkShapes(
    '<rect x="2" y="3" width="4" height="5"/>',
    [{ segments: [['M', 1, 1], ['L', 5, 1], ['L', 5, 6], ['L', 1, 6], ['Z']], fill: 0 }],
    '1 2 10 10',
  );
  checkShapes(
    `<line x1="1" y1="2" x2="3" y2="4" fill="none" stroke="black" stroke-width="0.5"
       stroke-linecap="round" stroke-linejoin="round"/>`,
    [
      {
        segments: [
          ['M', 1, 2],
          ['L', 3, 4],
        ],
        stroke: { width: 0.5, gray: 0 },
      },
    ],
  );
});

test('paint is inherited, the nearest element decides', () => {
  const line = (gray: number) => ({
    segments: [
      ['M', 0, 0],
      ['L', 1, 0],
    ] as const,
    stroke: { width: 2, gray },
  });
  checkShapes(
    `<g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
       <path d="M0 0h1"/><g stroke="gray"><path d="M0 0h1"/></g><path d="M0 0h1" stroke="#000000"/>
     </g><path d="M0 0h1" fill="#c4c4c4"/>`,
    [
      line(1),
      line(0.502),
      line(0),
      {
        segments: [
          ['M', 0, 0],
          ['L', 1, 0],
        ],
        fill: 0.769,
      },
    ],
  );
});

test('what is outside the subset is refused with its line, all at once', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['<image href="x.png"/>', /<image> is not read inside <svg>/],
    ['<use href="#a"/>', /<use>/],
    ['<style>path{}</style>', /<style>/],
    ['<script/>', /<script>/],
    ['<text/>', /<text>/],
    ['<path d="M0 0h1" style="fill:red"/>', /"style" of <path>/],
    ['<path d="M0 0h1" onclick="x()"/>', /"onclick"/],
    ['<path d="M0 0h1" transform="scale(2)"/>', /"transform"/],
    ['<rect width="1" height="1" rx="1"/>', /"rx"/],
    ['<path d="M0 0h1" fill="red"/>', /colour/],
    ['<path d="M0 0h1" fill="#123456"/>', /colour/],
    ['<path d="M0 0h1" stroke="url(#a)"/>', /colour/],
    ['<path d="M0 0h1" fill="none"/>', /neither fill nor stroke/],
    ['<path d="M0 0h1" stroke="#000"/>', /stroke-linecap="round"/],
    ['<path d="M0 0h1" stroke-width="2px"/>', /stroke-width above zero/],
    ['<path d="M0 0h1x2"/>', /"M0 0h1x2" cannot be read/],
    ['<path d="L0 0"/>', /cannot be read/],
    ['<path/>', /cannot be read: it has no line/],
    ['<path d="M0 0"/>', /it has no line/],
    ['<rect width="0" height="1"/>', /"width"/],
    ['<circle cx="1e3" r="1"/>', /"cx"/],
    ['<circle r="-1"/>', /"r"/],
    ['<svg viewBox="0 0 1 1"/>', /<svg> is not read inside <svg>/],
    ['<?xml-stylesheet href="a"?>', /processing instruction/],
    ['<![CDATA[a]]>', /CDATA/],
    ['word', /Text/],
  ];
  for (const [body, message] of cases) {
    const svg = svgOf(`<path d="M0 0h1"/>\n${body}`);
    const outcome = parseVectorImage('sample', svg);
    const faults = outcome.ok ? [] : outcome.faults;
    assert.match(faults[0]?.message ?? 'no fault', message);
    const line = body === 'word' ? 4 : 3; // Text is reported where it ends.
    assert.equal(faults[0]?.source, `sample.svg:${line}`, body);
  }
  checkFaults(svgOf('<use/>\n<path d="M0 0h1" fill="red" id="a"/>'), [
    [2, /<use>/],
    [3, /"id"/],
    [3, /colour/],
  ]);
});

test('broken files are refused', () => {
  checkFaults(svgOf(''), [[1, /draws nothing/]]);
  checkFaults('<g><path d="M0 0h1"/></g>', [[1, /<g> is not read as the root/]]);
  checkFaults('<svg><path d="M0 0h1"/></svg>', [[1, /viewBox/]]);
  checkFaults('<svg viewBox="0 0 0 48"><path d="M0 0h1"/></svg>', [[1, /viewBox/]]);
  checkFaults('<svg viewBox="0 0 1 1 1"><path d="M0 0h1"/></svg>', [[1, /viewBox/]]);
  const doctype = '<!DOCTYPE svg [<!ENTITY a "b">]>\n';
  const outcome = parseVectorImage('sample', doctype + svgOf('<path d="&a;"/>'));
  const messages = outcome.ok ? [] : outcome.faults.map((fault) => fault.message);
  assert.match(messages.join('\n'), /DOCTYPE/);
  assert.match(messages.join('\n'), /undefined entity/);
  for (const broken of ['', 'word', '<svg', '<svg viewBox="0 0 1 1">', '<svg></g>']) {
    assert.equal(parseVectorImage('sample', broken).ok, false, broken);
  }
});

test('no input makes the reader throw', () => {
  const parts = fc.constantFrom(
    '<svg',
    ' viewBox="0 0 9 9"',
    '>',
    '<path',
    ' d="M0 0l1 1"',
    '/>',
    '</svg>',
    '&',
    '"',
    'a9,9',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
      const outcome = parseVectorImage('sample', pieces.join(''));
      assert.ok(outcome.ok || outcome.faults.length > 0);
    }),
  );
});

test('every emblem we ship is a round black stroke inside its frame', () => {
  const folder = new URL('../../../layouts/_parts/images/', import.meta.url);
  const files = readdirSync(folder);
  assert.ok(files.length >= 9);
  for (const file of files) {
    const name = file.replace('.svg', '');
    const outcome = parseVectorImage(name, readFileSync(new URL(file, folder), 'utf8'));
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { width, height, shapes } = outcome.value;
    assert.deepEqual([width, height], name === 'scissors' ? [18, 14] : [48, 48]);
    assert.equal(shapes.length, 1);
    assert.deepEqual(shapes[0]?.stroke, { width: name === 'scissors' ? 1.1 : 2.75, gray: 0 });
    assert.equal(shapes[0]?.fill, undefined);
    for (const [, ...numbers] of shapes[0]?.segments ?? []) {
      assert.ok(
        numbers.every((n, index) => n >= 0 && n <= (index % 2 === 0 ? width : height)),
        file,
      );
    }
  }
});
