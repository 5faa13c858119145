// What the OpenAPI document says of batches. Pure; a test holds it and the routes together.

import { batchOptionsSchema } from '../batch/options.ts';
import type { FaultCode } from '../fault.ts';
import { lineTypes } from './batch-body.ts';
import { headers, json, problems, queryParameters } from './openapi-parts.ts';
import { type JsonSchema, ref } from './openapi-schema.ts';
import { manifestTypes } from './routes/batch-files.ts';
import { listQuery } from './routes/batch-list.ts';
import { sheetsQuery } from './routes/batch-sheets.ts';

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The name that the batch was given.',
  schema: { type: 'string' },
};

const number = {
  name: 'number',
  in: 'path',
  required: true,
  schema: { type: 'integer', minimum: 1 },
};

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const ofBatch = ['BATCH_UNKNOWN', 'BATCHES_OFF'] as const;

const ofFile = [...ofBatch, 'BATCH_NOT_READY', 'RANGE_UNSATISFIABLE'] as const;

export function batchPaths(): JsonSchema {
  return {
    '/v1/batches': { post: submit(), get: list() },
    '/v1/batches/{id}': {
      get: operation('getBatch', 'Say how a batch is', { 200: json('The batch.', ref('Batch')) }),
      delete: operation('removeBatch', 'Remove a batch and its files', {
        204: { description: 'It is gone. One that had not ended is cancelled first.' },
      }),
    },
    '/v1/batches/{id}/cancel': {
      post: operation('cancelBatch', 'End a batch; what is sealed stays', {
        200: json('The batch; one that had ended is as it was.', ref('Batch')),
      }),
    },
    '/v1/batches/{id}/resume': {
      post: operation(
        'resumeBatch',
        'Go on with a batch that failed',
        {
          200: json('The batch; one that had not failed is as it was.', ref('Batch')),
        },
        ['DISK_FULL'],
      ),
    },
    '/v1/batches/{id}/retry-rejects': { post: retry() },
    '/v1/batches/{id}/events': { get: events() },
    ...filePaths(),
    ...reprintPaths(),
  };
}

function reprintPaths(): JsonSchema {
  const key = { ...keyParameter, description: 'The same key is the same reprint.' };
  return {
    '/v1/batches/{id}/reprints': {
      post: {
        operationId: 'printAgain',
        tags: ['batches'],
        summary: 'Print sheets of a finished batch again',
        description: 'With the same numbers; the mark says that it is a reprint. It is audited.',
        parameters: [id, key],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref('ReprintRequest') } },
        },
        responses: {
          201: json('The reprint; `href` is its PDF.', { type: 'object' }),
          ...problems([
            ...ofBatch,
            'IDEMPOTENCY_KEY_INVALID',
            'IDEMPOTENCY_KEY_REUSED',
            'REPRINT_INVALID',
            'BATCH_NOT_READY',
            'BODY_TIMEOUT',
            'BODY_TOO_LARGE',
            'TYPE_UNSUPPORTED',
            'WORKER_LOST',
          ]),
        },
      },
      get: operation('listReprints', 'What was printed again, and why', {
        200: json('The oldest first.', { type: 'object' }),
      }),
    },
    '/v1/batches/{id}/reprints/{number}': {
      get: {
        ...file('getReprint', 'A reprint as PDF', { 'application/pdf': {} }),
        parameters: [id, number],
      },
    },
  };
}

function filePaths(): JsonSchema {
  return {
    '/v1/batches/{id}/volumes/{number}': {
      get: {
        ...file('getVolume', 'A volume as PDF', { 'application/pdf': {} }),
        parameters: [id, number],
      },
    },
    '/v1/batches/{id}/proof': {
      get: file('getProof', 'The proof run as PDF', { 'application/pdf': {} }),
    },
    '/v1/batches/{id}/manifest': {
      get: file(
        'getManifest',
        'Every sheet, with totals',
        { [manifestTypes[0]]: ref('Manifest'), [manifestTypes[1]]: { type: 'string' } },
        ['NOT_ACCEPTABLE'],
      ),
    },
    '/v1/batches/{id}/sheets': { get: sheets() },
    '/v1/batches/{id}/rejects': {
      get: file('getRejects', 'Lines that were not printed, and why', {
        'application/x-ndjson': { type: 'string' },
      }),
    },
  };
}

function sheets(): JsonSchema {
  return {
    operationId: 'getSheets',
    tags: ['batches'],
    summary: 'Sheets as separate PDFs, in one ZIP',
    description:
      'Drawn while it is sent, with the numbers and marks of the volumes. One file a sheet, ' +
      'named by sequence number and account. The same sheets give the same bytes. A ZIP without ' +
      'its end broke off: ask for the rest by `sequences`.',
    parameters: [id, ...queryParameters(sheetsQuery.shape)],
    responses: {
      200: { description: 'The ZIP.', content: { 'application/zip': {} } },
      ...problems([...ofBatch, 'BATCH_NOT_READY', 'QUERY_INVALID', 'WORKER_LOST']),
    },
  };
}

function submit(): JsonSchema {
  const description = 'The same key with the same body and options is the same batch.';
  const key = { ...keyParameter, description };
  return {
    operationId: 'submitBatch',
    summary: 'Send many bills',
    description:
      'Answers when every line is safe on the disk. Wrong lines are rejects, not an error. ' +
      'Content-Encoding: gzip is taken.',
    parameters: [key, ...queryParameters(batchOptionsSchema.shape)],
    ...taking(['QUERY_INVALID']),
  };
}

function retry(): JsonSchema {
  const description = 'The same key with the same body is the same batch.';
  return {
    operationId: 'retryRejects',
    summary: 'Send the corrected lines of rejects',
    description:
      'Makes a batch of its own with the options and date of this one, and with numbers of its ' +
      'own: those that were printed do not move. At most as many lines as were rejected, and no ' +
      'account that an earlier retry has.',
    parameters: [id, { ...keyParameter, description }],
    ...taking(['BATCH_UNKNOWN', 'BATCH_NOT_READY', 'REJECTS_RETRIED']),
  };
}

/** What every operation has that takes lines. */
function taking(more: readonly FaultCode[]): JsonSchema {
  const lines = { schema: { type: 'string', description: 'One Bill a line, as JSON.' } };
  return {
    tags: ['batches'],
    requestBody: {
      required: true,
      content: Object.fromEntries(lineTypes.map((type) => [type, lines])),
    },
    responses: {
      202: {
        ...json('The batch, on its way.', ref('Batch')),
        headers: headers({ Location: 'Where to ask how it is.' }),
      },
      ...problems([
        ...more,
        'BATCH_UNKNOWN',
        'IDEMPOTENCY_KEY_INVALID',
        'IDEMPOTENCY_KEY_REUSED',
        'BATCH_IN_FLIGHT',
        'BODY_TOO_LARGE',
        'TYPE_UNSUPPORTED',
        'WORKER_LOST',
        'BATCHES_OFF',
        'DISK_FULL',
      ]),
    },
  };
}

function list(): JsonSchema {
  return {
    operationId: 'listBatches',
    tags: ['batches'],
    summary: 'List the batches, the newest first',
    parameters: queryParameters(listQuery.shape),
    responses: {
      200: json('Those that are not removed yet; `next` if there are more.', ref('BatchList')),
      ...problems(['QUERY_INVALID', 'BATCHES_OFF']),
    },
  };
}

function events(): JsonSchema {
  const text = { schema: { type: 'string' } };
  return operation('followBatch', 'What happens, as server-sent events', {
    200: {
      description:
        'status, volume, paused and resumed have ids, so that Last-Event-ID goes on after them; ' +
        'progress has none. The stream ends with the batch.',
      content: { 'text/event-stream': text },
    },
  });
}

function operation(
  operationId: string,
  summary: string,
  responses: JsonSchema,
  more: readonly FaultCode[] = [],
): JsonSchema {
  return {
    operationId,
    tags: ['batches'],
    summary,
    parameters: [id],
    responses: { ...responses, ...problems([...ofBatch, ...more]) },
  };
}

function file(
  operationId: string,
  summary: string,
  schemas: JsonSchema,
  more: readonly FaultCode[] = [],
): JsonSchema {
  const content = Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [type, { schema }]),
  );
  const told = headers({
    ETag: 'Strong; the SHA-256 of the file.',
    'Repr-Digest': 'SHA-256 of the whole file (RFC 9530).',
  });
  return {
    operationId,
    tags: ['batches'],
    summary,
    description: 'As often as wanted until the batch is removed; Range is taken.',
    parameters: [id],
    responses: {
      200: { description: 'The whole file.', headers: told, content },
      206: { description: 'The part that was asked for.', headers: told, content },
      304: { description: 'The caller has it.' },
      ...problems([...ofFile, ...more]),
    },
  };
}
