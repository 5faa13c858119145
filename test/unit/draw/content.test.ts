// Content streams: the operators of single items, and the ones that are left out.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawImage, drawItems } from '../../../src/draw/drawing.ts';
import { Marking } from '../../../src/draw/marking.ts';
import type { Item } from '../../../src/typeset/page.ts';
import { bold, code, drop, fonts, rect, staticForm, text } from './sample.ts';

function contentOf(items: readonly Item[], start: 'page' | 'form' = 'page'): string {
  const { content } = drawItems(start, { height: 100, items }, fonts);
  return Buffer.from(content).toString('latin1');
}

/** Points that a viewer's pen moves by the figure 1. */
const stepAtEight = (8 * 494) / 1000;

const made = { source: 'sample.hbs:1', role: 'decoration' } as const;

function dotted(y: number): Item {
  const line = { x1: 0, y1: y, x2: 50, y2: y, width: 1, gray: 0, dash: [0, 2], roundCaps: true };
  return { ...made, ...line, kind: 'line' };
}

const emptyCode: Item = { ...code(30, 40, 29), symbol: { ...code(0, 0, 29).symbol, rects: [] } };

const cases: readonly (readonly [string, readonly Item[], string])[] = [
  ['nothing for no items', [], ''],
  ['a filled box from its lower left corner', [rect([10, 20, 30, 5])], '10 75 30 5 re\nf\n'],
  [
    'neighbours of one gray as one path',
    [rect([0, 0, 1, 1]), rect([2, 0, 1, 1]), rect([4, 0, 1, 1], { fill: 0.93 })],
    '0 99 1 1 re\n2 99 1 1 re\nf\n.93 g\n4 99 1 1 re\nf\n',
  ],
  [
    'a stroke inside its box, after the fill',
    [rect([10, 10, 20, 20], { fill: 1, stroke: { width: 2, gray: 0.5 } })],
    '1 g\n10 70 20 20 re\nf\n.5 G\n2 w\n11 71 18 18 re\nS\n',
  ],
  [
    'boxes that abut without a gap',
    [rect([0.004, 0, 0.004, 1]), rect([0.008, 0, 0.004, 1])],
    '0 99 .01 1 re\n.01 99 0 1 re\nf\n',
  ],
  [
    'a dotted line with its style said once',
    [dotted(10), dotted(20)],
    '1 J 1 j\n[0 2 ]0 d\n0 90 m\n50 90 l\nS\n0 80 m\n50 80 l\nS\n',
  ],
  ['a run at its baseline', [text(10, 20, '12')], 'BT\n10 80 Td/F0 8 Tf[(12)]TJ\nET\n'],
  [
    'runs below each other without repeating font and place',
    [text(10, 20, '1'), text(10, 30, '2'), text(14, 40, '3', { gray: 0.47 })],
    'BT\n10 80 Td/F0 8 Tf[(1)]TJ\n0 -10 Td[(2)]TJ\n.47 g\n4 -10 Td[(3)]TJ\nET\n',
  ],
  [
    'runs of one line as one array, the gap in thousandths of the size',
    [text(10, 20, '1'), text(50, 20, '2')],
    'BT\n10 80 Td/F0 8 Tf[(1)-4506(2)]TJ\nET\n',
  ],
  [
    'another face, size or gray on the same line from where the pen is',
    [
      text(10, 20, '1'),
      text(50, 20, '2', { face: bold }),
      text(90, 20, '3', { size: 10 }),
      text(130, 20, '4', { size: 10, gray: 0.47 }),
    ],
    'BT\n10 80 Td/F0 8 Tf[(1)-4506]TJ/F9 8 Tf[(2)-4494]TJ/F0 10 Tf[(3)-3506]TJ\n.47 g[(4)]TJ\nET\n',
  ],
  [
    'no gap that is less than a hundredth of a point',
    [text(10, 20, '1'), text(10 + stepAtEight + 0.009, 20, '2')],
    'BT\n10 80 Td/F0 8 Tf[(12)]TJ\nET\n',
  ],
  [
    'a move that was made before in place of one that is hardly better',
    [10, 18.22, 26.446, 34.68].map((y) => text(10, y, '1')),
    'BT\n10 90 Td/F0 8 Tf[(1)]TJ\n0 -8.22 Td[(1)]TJ\n0 -8.22 Td[(1)]TJ\n0 -8.24 Td[(1)]TJ\nET\n',
  ],
  [
    'text after a box with the font it still has',
    [text(10, 20, '1'), rect([0, 0, 1, 1]), text(10, 30, '2')],
    'BT\n10 80 Td/F0 8 Tf[(1)]TJ\nET\n0 99 1 1 re\nf\nBT\n10 70 Td[(2)]TJ\nET\n',
  ],
  [
    'an image scaled from its own units',
    [{ ...made, kind: 'image', x: 10, y: 20, width: 16, height: 32, image: drop, alt: '' }],
    'q\n.25 0 0 .5 10 48 cm/If36042aaa00b Do\nQ\n',
  ],
  [
    'forms by their lower left corners, and what follows from there',
    [
      { ...made, kind: 'form', x: 5, y: 10, form: staticForm },
      { ...made, kind: 'form', x: 25, y: 10, form: staticForm },
      rect([30, 45, 1, 1]),
      emptyCode,
      text(26, 48, '1'),
    ],
    '1 0 0 1 5 50 cm/X0 Do\n1 0 0 1 20 0 cm/X0 Do\n5 4 1 1 re\nf\n' +
      'q\n1 0 0 -1 5 10 cm\nf\nQ\nBT\n1 2 Td/F0 8 Tf[(1)]TJ\nET\n',
  ],
  [
    'a shape turned upside down',
    [
      {
        ...{ ...made, kind: 'path', x: 10, y: 20, scale: 2 },
        shape: { fill: 0, segments: [['M', 0, 0], ['C', 1, 0, 2, 1, 2, 2], ['L', 0, 2], ['Z']] },
      },
    ],
    'q\n2 0 0 -2 10 80 cm\n0 0 m\n1 0 2 1 2 2 c\n0 2 l\nh\nf\nQ\n',
  ],
];

describe('a content stream has', () => {
  for (const [name, items, expected] of cases) {
    it(name, () => assert.equal(contentOf(items), expected));
  }

  it('a code as one path of whole modules and one fill, in black', () => {
    const content = contentOf([rect([0, 0, 1, 1], { fill: 0.5 }), code(10, 20, 58)]);
    const [head = '', rects = ''] = content.split('cm\n');
    assert.equal(head, '.5 g\n0 99 1 1 re\nf\n0 g\nq\n2 0 0 -2 10 80 ');
    assert.match(rects, /^(\d+ \d+ \d+ \d+ re\n)+f\nQ\n$/);
  });

  it('a gap before a sequence counted in the size before it', () => {
    const items = [text(10, 20, '1'), text(50, 20, '2', { size: 10 })];
    const children = items.map((_, index) => ({ type: 'P', children: [{ items: [index] }] }));
    const marking = new Marking({ type: 'Document', children });
    const { content } = drawItems('page', { height: 100, items, marking }, fonts);
    assert.match(Buffer.from(content).toString('latin1'), /BDC\[-4506\]TJ\/F0 10 Tf\[\(2\)\]TJ/);
  });

  it('many fills at its beginning in hundredths of a point', () => {
    const fills = Array.from({ length: 12 }, (_, index) => rect([index / 4, 0, 1, 2]));
    const content = contentOf([...fills, rect([5, 5, 1, 1], stroked), rect([6, 6, 1, 1])]);
    assert.match(content, /^q\n\.01 0 0 \.01 0 0 cm\n0 9800 100 200 re\n25 9800 100 200 re\n/);
    assert.match(content, /275 9800 100 200 re\nf\nQ\n5\.5 94\.5 0 0 re\nS\n6 93 1 1 re\nf\n$/);
  });

  it('in a form everything said, because a form is drawn in any state', () => {
    const content = contentOf([rect([0, 0, 1, 1]), rect([0, 0, 4, 4], stroked)], 'form');
    assert.equal(content, '0 g\n0 99 1 1 re\nf\n0 G\n1 w\n0 J 0 j\n[]0 d\n.5 96.5 3 3 re\nS\n');
  });

  it('what was set between q and Q set anew after it', () => {
    const shape = {
      fill: 0.5,
      segments: [
        ['M', 0, 0],
        ['L', 1, 1],
      ],
    } as const;
    const path: Item = { ...made, kind: 'path', x: 0, y: 0, scale: 1, shape };
    const content = contentOf([path, rect([0, 0, 1, 1], { fill: 0.5 })]);
    assert.equal(content.match(/\.5 g/g)?.length, 2);
  });
});

const stroked = { stroke: { width: 1, gray: 0 } };

describe('an image has', () => {
  it('its shapes in its own units, y downwards', () => {
    const content = Buffer.from(drawImage(drop).content).toString('latin1');
    assert.match(content, /^\.5 g\n0 G\n3 w\n1 J 1 j\n\[\]0 d\n32 4 m\n32 4 54 30 54 42 c\n/);
    assert.match(content, /h\nB\n1 g\n28 40 m\n36 40 l\n32 52 l\nh\nf\n$/);
  });

  it('decimals enough for its size', () => {
    const segments = [
      ['M', 0.123456, 0],
      ['L', 1, 1],
    ] as const;
    const small = { name: 'dot', width: 1, height: 1, shapes: [{ fill: 0, segments }] };
    assert.match(Buffer.from(drawImage(small).content).toString('latin1'), /\.1235 0 m/);
    const large = { ...small, width: 1000, height: 1000 };
    assert.match(Buffer.from(drawImage(large).content).toString('latin1'), /\.1 0 m/);
  });
});
