// The OpenAPI document: a pure function of the schemas, the fault table and the samples. The
// routes do not read it; a test holds the two together.

import { documentQuery, type MediaType, mediaTypes } from './document.ts';
import type { LayoutCatalogue } from './layout-catalogue.ts';
import { batchPaths } from './openapi-batches.ts';
import { headers, json, problems, queryParameters } from './openapi-parts.ts';
import { componentSchemas, type JsonSchema, ref } from './openapi-schema.ts';
import { validateQuery } from './routes/bills.ts';
import { previewTypes } from './routes/layouts.ts';

/** `version` is the service's. The samples of the layouts are the examples. */
export function openApiDocument(version: string, layouts: LayoutCatalogue): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'tolem',
      version,
      summary: 'Renders the unified payment document of Kazakhstan (БТҚ / ЕПД).',
      description: guide,
    },
    tags: [
      { name: 'bills', description: 'One bill in, one document out.' },
      { name: 'batches', description: 'Many bills in, volumes for the press out.' },
      { name: 'layouts', description: 'What a bill can look like.' },
      { name: 'service', description: 'For supervisors; not for the public.' },
    ],
    paths: {
      ...billPaths(layouts),
      ...batchPaths(),
      ...layoutPaths(layouts),
      ...servicePaths(),
    },
    components: { schemas: componentSchemas() },
  };
}

const guide = [
  'Amounts, readings, quantities and tariffs are decimal strings; dates are YYYY-MM-DD, periods',
  'YYYY-MM. Unknown fields are errors. All errors are reported at once, each with a JSON pointer.',
  'The same bill gives the same bytes: compare the ETag or Repr-Digest.',
].join(' ');

const whileRendering = [
  'QUERY_INVALID',
  'WORKER_LOST',
  'LAYOUT_FAILED',
  'LAYOUT_BROKEN',
  'SHUTTING_DOWN',
  'RENDER_TIMEOUT',
] as const;

const withBody = ['BODY_TIMEOUT', 'BODY_TOO_LARGE', 'TYPE_UNSUPPORTED'] as const;

const aboutBill = [
  'BILL_INVALID',
  'BILL_CONTRADICTORY',
  'LANGUAGE_NOT_OFFERED',
  'LAYOUT_UNKNOWN',
  'IMAGE_UNKNOWN',
  'DOES_NOT_FIT',
  'GLYPH_MISSING',
  'CODE_REFUSED',
] as const;

function billPaths(layouts: LayoutCatalogue): JsonSchema {
  const requestBody = {
    required: true,
    content: { 'application/json': { schema: ref('Bill'), examples: examplesOf(layouts) } },
  };
  return {
    '/v1/bills': {
      post: {
        operationId: 'renderBill',
        tags: ['bills'],
        summary: 'Render a bill',
        description:
          'The type of the document is chosen by Accept; PDF when everything is accepted.',
        parameters: queryParameters(documentQuery.shape),
        requestBody,
        responses: {
          200: rendered('The document.', mediaTypes),
          ...problems([...whileRendering, ...withBody, ...aboutBill, 'NOT_ACCEPTABLE']),
        },
      },
    },
    '/v1/bills/validate': {
      post: {
        operationId: 'validateBill',
        tags: ['bills'],
        summary: 'Say what rendering would say',
        description:
          'Fitting, letters and codes included. Answers 200 also when the bill is wrong.',
        parameters: queryParameters(validateQuery.shape),
        requestBody,
        responses: {
          200: json('What is wrong and what is worth knowing.', ref('Verdict')),
          ...problems([...whileRendering, ...withBody]),
        },
      },
    },
  };
}

function layoutPaths(layouts: LayoutCatalogue): JsonSchema {
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Id, or id@revision.',
    schema: { type: 'string' },
    example: layouts.list()[0]?.id,
  };
  return {
    '/v1/layouts': {
      get: {
        operationId: 'listLayouts',
        tags: ['layouts'],
        summary: 'List the layouts',
        responses: {
          200: json('All revisions.', ref('LayoutList')),
          304: { description: 'The caller has it.' },
          ...problems(['QUERY_INVALID']),
        },
      },
    },
    '/v1/layouts/{id}': {
      get: {
        operationId: 'getLayout',
        tags: ['layouts'],
        summary: 'Describe a layout, with a sample bill',
        parameters: [id],
        responses: {
          200: json('The layout.', ref('LayoutDescription')),
          304: { description: 'The caller has it.' },
          ...problems(['LAYOUT_UNKNOWN', 'QUERY_INVALID']),
        },
      },
    },
    '/v1/layouts/{id}/preview': {
      get: {
        operationId: 'previewLayout',
        tags: ['layouts'],
        summary: 'Render the sample of a layout',
        parameters: [id, ...queryParameters(documentQuery.shape)],
        responses: {
          200: rendered('The sample; PNG when everything is accepted.', previewTypes),
          304: { description: 'The caller has it.' },
          ...problems([...whileRendering, 'LAYOUT_UNKNOWN', 'NOT_ACCEPTABLE']),
        },
      },
    },
  };
}

function servicePaths(): JsonSchema {
  const object = { type: 'object' };
  const report = {
    type: 'object',
    required: ['ready'],
    properties: { ready: { type: 'boolean' }, reason: { type: 'string' } },
  };
  const text = { type: 'string' };
  return {
    '/livez': service('isAlive', 'Whether the process answers', { 200: json('It does.', object) }),
    '/readyz': service('isReady', 'Whether to send requests here', {
      200: json('Ready, however busy.', report),
      503: json('Starting, shutting down, or unable to render.', report),
    }),
    '/metrics': service('metrics', 'Figures for Prometheus', {
      200: { description: 'Text format.', content: { 'text/plain': { schema: text } } },
    }),
    '/version': service('version', 'What decides the bytes of a bill', {
      200: json('Versions and layouts.', object),
    }),
    '/openapi.json': service('openapi', 'This document', { 200: json('OpenAPI 3.1.', object) }),
  };
}

function service(operationId: string, summary: string, responses: JsonSchema): JsonSchema {
  return { get: { operationId, tags: ['service'], summary, responses } };
}

function examplesOf(layouts: LayoutCatalogue): JsonSchema {
  const entries = layouts.list().flatMap(({ id, revision, title }) => {
    const value = layouts.get(`${id}@${revision}`)?.sample;
    return value === undefined ? [] : [[id, { summary: title.ru, value }] as const];
  });
  return Object.fromEntries(entries);
}

function rendered(description: string, types: readonly MediaType[]): JsonSchema {
  const schemas: Readonly<Record<MediaType, JsonSchema>> = {
    // Binary without contentEncoding: OpenAPI 3.1, 4.8.14.2.
    'application/pdf': {},
    'image/png': {},
    'application/vnd.tolem.page+json': ref('PageModel'),
  };
  return {
    description,
    headers: headers({
      ETag: 'Strong; from the SHA-256 of the bytes.',
      'Repr-Digest': 'SHA-256 of the bytes (RFC 9530).',
      'Content-Disposition': 'A file name of account and period.',
      'Tolem-Layout': 'The layout and revision that was used.',
      'Tolem-Warnings': 'How many warnings; /v1/bills/validate tells them.',
    }),
    content: Object.fromEntries(types.map((type) => [type, { schema: schemas[type] }])),
  };
}
