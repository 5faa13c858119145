// Who may import whom. A table and nothing else: the rules that read it are in imports.ts.

/**
 * What each folder or file of src/ may import from the others. An entry is a folder or a file;
 * `type` in front allows types only. A folder may always import itself.
 *
 * Three absences carry the design: typeset knows neither pdfkit nor bills, draw knows neither
 * layouts nor bills, http does not know pages.
 */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  fault: [],
  bug: [],
  clock: [],
  config: [],
  bill: ['fault', 'format/language.ts'],
  format: ['type bill'],
  layout: ['bill', 'format', 'fault', 'type typeset', 'typeset/unit.ts'],
  compose: ['bill', 'format', 'layout', 'barcode', 'type typeset', 'typeset/unit.ts', 'fault'],
  barcode: ['fault', 'type typeset/page.ts'],
  typeset: ['fault', 'type barcode'],
  font: ['fault', 'type typeset/measure.ts'],
  draw: ['fault', 'type typeset/page.ts', 'typeset/unit.ts', 'font'],
  render: [
    'fault',
    'bill',
    'format',
    'layout',
    'compose',
    'barcode',
    'typeset',
    'font',
    'draw',
    'impose/separator-labels.ts',
    'type worker/protocol.ts',
  ],
  worker: ['render', 'fault', 'bug', 'type config', 'compile-cache'],
  http: [
    'bill',
    'format/language.ts',
    'type layout',
    'worker',
    'fault',
    'bug',
    'type clock',
    'type config',
    'type version',
  ],
  batch: ['fault', 'type bill'],
  impose: [
    'fault',
    'barcode',
    'format/language.ts',
    'format/number.ts',
    'type bill/money.ts',
    'type typeset',
    'typeset/unit.ts',
  ],
  version: [],
  'compile-cache': [],
  server: ['*'],
  cli: ['*'],
};

/** The one folder of src/ that knows an outside package. `*` is anywhere. */
export const packageHomes: Readonly<Record<string, readonly string[]>> = {
  zod: ['*'],
  handlebars: ['layout'],
  saxes: ['layout'],
  svgpath: ['layout'],
  linebreak: ['typeset'],
  'bwip-js': ['barcode'],
  fontkit: ['font'],
  pdfkit: ['draw'],
  '@hyzyla/pdfium': ['draw'],
  'fast-png': ['draw'],
  piscina: ['worker'],
  fastify: ['http'],
  '@fastify/helmet': ['http'],
  '@fastify/rate-limit': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  '@fastify/under-pressure': ['http'],
  'prom-client': ['http'],
  pino: ['http', 'server'],
  'close-with-grace': ['server'],
};

/** Where a module of Node itself may be imported. What is missing here may go nowhere. */
export const builtinHomes: Readonly<Record<string, readonly string[]>> = {
  assert: ['*'],
  'assert/strict': ['*'],
  fs: [
    'layout/load.ts',
    'font/load.ts',
    'render/resources.ts',
    'worker',
    'server',
    'cli',
    'version',
  ],
  'fs/promises': [
    'layout/load.ts',
    'font/load.ts',
    'render/resources.ts',
    'render/separator-labels.ts',
    'worker',
    'server',
    'cli',
  ],
  module: ['compile-cache', 'barcode/general.ts'],
  path: ['layout', 'font', 'render', 'worker', 'http', 'server', 'cli'],
  url: ['compile-cache', 'config', 'layout', 'font', 'render', 'worker', 'http', 'server', 'cli'],
  zlib: ['font', 'draw'],
  crypto: ['font', 'draw', 'worker', 'http'],
  worker_threads: ['worker'],
  perf_hooks: ['worker', 'http'],
  os: ['config'],
  http: ['http'],
  net: ['http'],
  stream: ['http'],
  util: ['font', 'cli'],
};
