// The one table of fault codes, and the value every stage returns. It does not speak HTTP.

/**
 * Every way a request can fail. `status` is the HTTP status; the command line ends with 3 where it
 * is 500 or more and with 1 for the rest. The type, the OpenAPI responses and docs/faults.md derive
 * from this table.
 */
export const faultTable = {
  REQUEST_MALFORMED: { status: 400, title: 'The request cannot be read', retryable: false },
  QUERY_INVALID: { status: 400, title: 'A query parameter is wrong', retryable: false },
  BILL_INVALID: { status: 422, title: 'The bill breaks its schema', retryable: false },
  BILL_CONTRADICTORY: { status: 422, title: 'The bill contradicts itself', retryable: false },
  LANGUAGE_NOT_OFFERED: {
    status: 422,
    title: 'The layout does not offer this language',
    retryable: false,
  },
  LAYOUT_UNKNOWN: { status: 404, title: 'There is no such layout', retryable: false },
  LAYOUT_BROKEN: { status: 500, title: 'A layout package is broken', retryable: false },
  LAYOUT_FAILED: { status: 500, title: 'The layout cannot show this bill', retryable: false },
  IMAGE_UNKNOWN: { status: 422, title: 'The layout has no such image', retryable: false },
  DOES_NOT_FIT: { status: 422, title: 'The bill does not fit on one sheet', retryable: false },
  GLYPH_MISSING: { status: 422, title: 'No font has this letter', retryable: false },
  CODE_REFUSED: { status: 422, title: 'A code cannot be made from this payload', retryable: false },
  ROUTE_UNKNOWN: { status: 404, title: 'There is no such address', retryable: false },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The address does not take this method',
    retryable: false,
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: 'None of the accepted types can be made',
    retryable: false,
  },
  BODY_TIMEOUT: { status: 408, title: 'The request came too slowly', retryable: true },
  BODY_TOO_LARGE: { status: 413, title: 'The request body is too large', retryable: false },
  TYPE_UNSUPPORTED: {
    status: 415,
    title: 'The request has a type we do not read',
    retryable: false,
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The request headers are too large',
    retryable: false,
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    title: 'The request needs an Idempotency-Key',
    retryable: false,
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The Idempotency-Key belongs to another batch',
    retryable: false,
  },
  BATCH_UNKNOWN: { status: 404, title: 'There is no such batch', retryable: false },
  BATCH_NOT_READY: { status: 409, title: 'The batch does not have this yet', retryable: true },
  REPRINT_INVALID: {
    status: 422,
    title: 'These sheets cannot be printed again',
    retryable: false,
  },
  REJECTS_RETRIED: {
    status: 422,
    title: 'These rejects were corrected before',
    retryable: false,
  },
  RANGE_UNSATISFIABLE: { status: 416, title: 'The file has no such range', retryable: false },
  BATCHES_OFF: { status: 503, title: 'The service takes no batches', retryable: true },
  BATCH_IN_FLIGHT: {
    status: 409,
    title: 'A batch with this key is arriving',
    retryable: true,
  },
  RATE_LIMITED: { status: 429, title: 'Too many requests from this caller', retryable: true },
  INTERNAL: { status: 500, title: 'The service failed', retryable: true },
  WORKER_LOST: { status: 500, title: 'The rendering worker was lost', retryable: true },
  QUEUE_FULL: { status: 503, title: 'The service is at its limit', retryable: true },
  SHUTTING_DOWN: { status: 503, title: 'The service is shutting down', retryable: true },
  DISK_FULL: { status: 507, title: 'The service has no room on its disk', retryable: true },
  RENDER_TIMEOUT: { status: 504, title: 'The rendering took too long', retryable: true },
} as const;

export type FaultCode = keyof typeof faultTable;

/** A figure or name that a message mentions; lengths in millimetres end in `Mm`. */
export type Details = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One thing that is wrong. `pointer` is a JSON pointer (RFC 6901) into the request, `source` is
 * `file:line` of the layout. The message holds no personal data: it names places, not values.
 */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly pointer?: string;
  readonly source?: string;
  readonly details?: Details;
}

/** Worth knowing, but the bill was rendered. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly pointer?: string;
  readonly source?: string;
  readonly details?: Details;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Warning[] }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Warning[];
    };

export function success<T>(value: T, warnings: readonly Warning[] = []): Outcome<T> {
  return { ok: true, value, warnings };
}

export function failure(
  faults: readonly Fault[],
  warnings: readonly Warning[] = [],
): Outcome<never> {
  return { ok: false, faults, warnings };
}
