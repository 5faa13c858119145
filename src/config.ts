// The environment as one frozen Config: the only reader of process.env. It opens no file and
// starts nothing; what a value means is said here once, with its unit in the name.

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Every limit of the service. The unit is in the name. */
export type Config = Readonly<ReturnType<typeof toConfig>>;

/** A variable that cannot be used, in words for the operator. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** One line of `tolem config`. */
export interface Setting {
  readonly variable: string;
  readonly value: string | number;
  readonly origin: 'environment' | 'default';
  readonly about: string;
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config; readonly settings: readonly Setting[] }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all variables and reports every one that is wrong, unknown `TOLEM_` names included.
 * `cores` is the number of threads the machine runs at a time.
 */
export function readConfig(
  environment: Environment = process.env,
  cores: number = availableParallelism(),
): ConfigReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([name]) => isOurs(name)));
  const schema = variablesSchema(cores);
  const reading = schema.safeParse(given);
  if (!reading.success) {
    const problems = reading.error.issues.flatMap((issue) => describe(issue, given));
    return { ok: false, problems };
  }
  const fields = new Map(Object.entries(schema.shape));
  const settings = Object.entries(reading.data).map(([variable, value]) => ({
    variable,
    // A secret is shown to nobody, and its presence is enough to know.
    value: variable.endsWith('_SECRET') && value !== '' ? '(set)' : value,
    origin: given[variable] === undefined ? ('default' as const) : ('environment' as const),
    about: fields.get(variable)?.description ?? '',
  }));
  return { ok: true, config: Object.freeze(toConfig(reading.data)), settings };
}

// HOST and PORT have no prefix because hosting platforms set them under these names.
function isOurs(name: string): boolean {
  return name === 'HOST' || name === 'PORT' || name.startsWith('TOLEM_');
}

function variablesSchema(cores: number) {
  return z
    .strictObject({
      HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
      PORT: whole(0, 65_535, 8080).describe('Port to listen on; 0 takes a free one.'),
      TOLEM_ZONE: zone().default('Asia/Almaty').describe('Time zone of the default print date.'),
      // One core stays with the main thread, which parses HTTP and hashes replies.
      TOLEM_WORKERS: whole(1, 256, Math.max(1, cores - 1)).describe('Rendering threads.'),
      // 64 bills of the permitted 1 MiB are 64 MiB; at 5 ms a bill the last one waits 0.3 s.
      TOLEM_QUEUE_LIMIT: whole(1, 100_000, 64).describe('Bills waiting and running; more get 503.'),
      TOLEM_RENDER_TIMEOUT_MS: whole(10, 600_000, 10_000).describe('Longest rendering of a bill.'),
      TOLEM_START_TIMEOUT_MS: whole(100, 600_000, 30_000).describe('Longest start of a thread.'),
      TOLEM_WORKER_MEMORY_MB: whole(32, 65_536, 104).describe('Heap of a rendering thread.'),
      TOLEM_BODY_LIMIT_BYTES: whole(1024, 1 << 28, 1 << 20).describe('Largest request body.'),
      TOLEM_REQUEST_TIMEOUT_MS: whole(100, 3_600_000, 30_000).describe(
        'Longest arrival of a request.',
      ),
      TOLEM_HEADERS_TIMEOUT_MS: whole(100, 3_600_000, 10_000).describe(
        'Longest arrival of headers.',
      ),
      TOLEM_CONNECTION_LIMIT: whole(1, 1_000_000, 1024).describe('Open connections.'),
      TOLEM_RATE_LIMIT: whole(0, 10_000_000, 0).describe(
        'Requests a minute of one caller; 0 is off.',
      ),
      TOLEM_LAYOUTS_DIR: folder('layouts').describe('Folder of the layout packages.'),
      TOLEM_FONTS_DIR: folder('fonts').describe('Folder of the fonts.'),
      TOLEM_SAMPLES_DIR: folder('samples').describe('Folder of the sample bills, one a layout.'),
      ...batchVariables(cores),
      TOLEM_LOG_LEVEL: z
        .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
        .default('info')
        .describe('Least severe log line written.'),
      TOLEM_DRAIN_MS: whole(0, 600_000, 0).describe('Readiness fails this long before closing.'),
      TOLEM_SHUTDOWN_MS: whole(100, 600_000, 15_000).describe('Longest orderly shutdown.'),
    })
    .superRefine((variables, context) => {
      // Node refuses such a server; the service would not start and not say why.
      if (variables.TOLEM_HEADERS_TIMEOUT_MS > variables.TOLEM_REQUEST_TIMEOUT_MS) {
        context.addIssue({
          code: 'custom',
          path: ['TOLEM_HEADERS_TIMEOUT_MS'],
          message: 'at most TOLEM_REQUEST_TIMEOUT_MS, because the headers are part of the request',
        });
      }
      if (variables.TOLEM_WEBHOOK_URL !== '' && variables.TOLEM_WEBHOOK_SECRET === '') {
        context.addIssue({
          code: 'custom',
          path: ['TOLEM_WEBHOOK_SECRET'],
          message: 'set where TOLEM_WEBHOOK_URL is, because what is told is signed',
        });
      }
      if (variables.TOLEM_DRAIN_MS >= variables.TOLEM_SHUTDOWN_MS) {
        context.addIssue({
          code: 'custom',
          path: ['TOLEM_DRAIN_MS'],
          message: 'less than TOLEM_SHUTDOWN_MS, of which it is a part',
        });
      }
    });
}

function batchVariables(cores: number) {
  return {
    TOLEM_BATCHES_DIR: folder('batches').describe('Folder of the batches and what came of them.'),
    // All cores: these threads have the lowest priority, so that single bills come first.
    TOLEM_BATCH_WORKERS: whole(1, 256, cores).describe('Threads that draw batches.'),
    // Two million bills of 8 KiB, a country's month.
    TOLEM_BATCH_BYTES_LIMIT: whole(1024, 2 ** 48, 2 ** 34).describe('Largest batch, decompressed.'),
    TOLEM_BATCH_BILLS_LIMIT: whole(1, 100_000_000, 2_000_000).describe('Bills of a batch.'),
    TOLEM_WEBHOOK_URL: z
      .string()
      .regex(/^(?:https?:\/\/.+)?$/, 'an http or https address')
      .default('')
      .describe('Is told of the end of each batch.'),
    TOLEM_WEBHOOK_SECRET: z
      .string()
      .regex(/^(?:whsec_[A-Za-z0-9+/]{32,86}={0,2})?$/, 'whsec_ and 24 to 64 bytes in base64')
      .default('')
      .describe('Signs what the webhook is told.'),
    TOLEM_WEBHOOK_PRIVATE: z
      .enum(['no', 'yes'])
      .default('no')
      .describe('Whether the webhook may be in a private network.'),
    TOLEM_BATCH_RETENTION_DAYS: whole(1, 3650, 7).describe(
      'Batches are removed so long after their end.',
    ),
  };
}

function toConfig(variables: z.output<ReturnType<typeof variablesSchema>>) {
  return {
    host: variables.HOST,
    port: variables.PORT,
    zone: variables.TOLEM_ZONE,
    workers: variables.TOLEM_WORKERS,
    queueLimit: variables.TOLEM_QUEUE_LIMIT,
    renderTimeoutMs: variables.TOLEM_RENDER_TIMEOUT_MS,
    startTimeoutMs: variables.TOLEM_START_TIMEOUT_MS,
    workerMemoryMb: variables.TOLEM_WORKER_MEMORY_MB,
    bodyLimitBytes: variables.TOLEM_BODY_LIMIT_BYTES,
    requestTimeoutMs: variables.TOLEM_REQUEST_TIMEOUT_MS,
    headersTimeoutMs: variables.TOLEM_HEADERS_TIMEOUT_MS,
    connectionLimit: variables.TOLEM_CONNECTION_LIMIT,
    rateLimitPerMinute: variables.TOLEM_RATE_LIMIT,
    layoutsDir: variables.TOLEM_LAYOUTS_DIR,
    fontsDir: variables.TOLEM_FONTS_DIR,
    samplesDir: variables.TOLEM_SAMPLES_DIR,
    batchesDir: variables.TOLEM_BATCHES_DIR,
    batchWorkers: variables.TOLEM_BATCH_WORKERS,
    batchBytesLimit: variables.TOLEM_BATCH_BYTES_LIMIT,
    batchBillsLimit: variables.TOLEM_BATCH_BILLS_LIMIT,
    batchRetentionDays: variables.TOLEM_BATCH_RETENTION_DAYS,
    webhookUrl: variables.TOLEM_WEBHOOK_URL,
    webhookSecret: variables.TOLEM_WEBHOOK_SECRET,
    webhookPrivate: variables.TOLEM_WEBHOOK_PRIVATE === 'yes',
    logLevel: variables.TOLEM_LOG_LEVEL,
    drainMs: variables.TOLEM_DRAIN_MS,
    shutdownMs: variables.TOLEM_SHUTDOWN_MS,
  };
}

function whole(least: number, most: number, preset: number) {
  const rule = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule)
    .default(preset);
}

function zone() {
  return z.string().refine(isZone, 'a time zone of the IANA database, such as Asia/Almaty');
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function folder(name: string) {
  const preset = fileURLToPath(new URL(`../${name}`, import.meta.url));
  return z.string().min(1, 'the path of a folder').default(preset);
}

function describe(issue: z.core.$ZodIssue, given: Environment): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((variable) => ({
      variable,
      message: `${variable} is not a setting. \`tolem config\` lists the names.`,
    }));
  }
  const variable = String(issue.path[0] ?? '');
  const rule = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message;
  const value = given[variable];
  const isShown = value !== undefined && !variable.endsWith('_SECRET');
  const found = !isShown ? '' : ` is ${JSON.stringify(value)}, but`;
  return [{ variable, message: `${variable}${found} must be ${rule}.` }];
}
