// The description against what it describes: routes, references, codes, examples.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FaultCode, faultTable } from '../../src/fault.ts';
import { openApiDocument } from '../../src/http/openapi.ts';
import { fakeLayouts, openApp, problemIn } from './support.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly examples: object }> };
  readonly responses: Record<string, { readonly description: string; readonly content?: object }>;
}

// The document is JSON: its shape is what is tested here.
const document: {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, object>> };
} = JSON.parse(JSON.stringify(openApiDocument('0.1.0', fakeLayouts)));

describe('the OpenAPI document', () => {
  test('describes exactly the routes there are', async (t) => {
    const app = await openApp(t);
    for (const [path, methods] of Object.entries(document.paths)) {
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      for (const method of Object.keys(methods)) {
        assert.ok(app.hasRoute({ url, method: method.toUpperCase() }), `${method} ${path}`);
      }
    }
    const described = Object.keys(document.paths).map((path) =>
      path.replaceAll(/\{(\w+)\}/g, ':$1'),
    );
    const routed = routesIn(app.printRoutes({ commonPrefix: false }));
    const undescribed = routed.filter((path) => !path.startsWith('/docs'));
    assert.deepEqual(undescribed.toSorted(), described.toSorted());
  });

  test('has no reference without a target', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');
    assert.ok(references.length > 20);
    for (const reference of references) {
      const name = reference.replace('#/components/schemas/', '');
      assert.ok(name in document.components.schemas, reference);
    }
  });

  test('has the bill and the problem', () => {
    const { Bill, Problem, Verdict, Fault } = document.components.schemas;
    assert.ok(Bill !== undefined && 'totalDue' in (Bill.properties ?? {}));
    assert.ok(Verdict !== undefined && Problem !== undefined);
    assert.deepEqual(Object.keys(Fault?.properties ?? {}), [
      'code',
      'message',
      'pointer',
      'source',
      'details',
    ]);
  });

  test('names every code of the fault table somewhere, under its status', () => {
    const responses = Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap((operation) => Object.entries(operation.responses)),
    );
    for (const [code, { status, title }] of Object.entries(faultTable)) {
      if (undocumented.has(code)) continue;
      const found = responses.some(
        ([key, { description }]) =>
          key === String(status) && description.includes(`${code}: ${title}.`),
      );
      assert.ok(found, code);
    }
  });

  test('gives numbers of the query as numbers', () => {
    const { parameters } = document.paths['/v1/bills']?.post ?? {};
    assert.deepEqual(
      parameters?.map(({ name, schema }) => [name, schema]),
      [
        ['profile', { type: 'string', enum: ['print', 'archive'], default: 'print' }],
        ['dpi', { type: 'integer', minimum: 36, maximum: 300 }],
      ],
    );
  });

  test('shows the samples of the layouts', () => {
    const body = document.paths['/v1/bills']?.post?.requestBody;
    assert.deepEqual(Object.keys(body?.content['application/json']?.examples ?? {}), [
      'almaty-city',
    ]);
  });

  test('has a different name for each operation', () => {
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    assert.equal(new Set(names).size, names.length);
  });
});

test('/openapi.json is the document', async (t) => {
  const answer = await (await openApp(t)).inject('/openapi.json');
  assert.deepEqual(answer.json(), document);
});

test('/docs shows it without asking anyone else', async (t) => {
  const app = await openApp(t);
  const page = await app.inject('/docs/');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /swagger-ui/);
  assert.doesNotMatch(page.body, /(?:src|href)="(?:https?:)?\/\//);
  assert.match(
    String(page.headers['content-security-policy']),
    /^default-src 'none'; connect-src 'self'/,
  );
  const script = await app.inject('/docs/static/swagger-initializer.js');
  assert.match(script.body, /"validatorUrl":\s*null/);
  assert.equal((await app.inject('/docs/static/swagger-ui-bundle.js')).statusCode, 200);
  assert.deepEqual((await app.inject('/docs/json')).json(), document);
  problemIn(await app.inject('/docs/static/none.js'), 'ROUTE_UNKNOWN');
});

test('other answers may load nothing at all', async (t) => {
  const { headers } = await (await openApp(t)).inject('/v1/layouts');
  assert.equal(headers['content-security-policy'], "default-src 'none'");
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['strict-transport-security'], undefined);
});

/** Answers to what is not an operation: an unknown address or method. */
const undocumented: ReadonlySet<string> = new Set<FaultCode>([
  'ROUTE_UNKNOWN',
  'METHOD_NOT_ALLOWED',
]);

/** fastify prints a tree of path parts, four columns a level, methods after those that answer. */
function routesIn(printed: string): string[] {
  const parents: string[] = [];
  const routes: string[] = [];
  for (const line of printed.split('\n')) {
    const [, indent, part, methods] = /^(.*[─] )(\/\S*)( \()?/.exec(line) ?? [];
    if (indent === undefined || part === undefined) continue;
    const depth = indent.length / 4 - 1;
    parents[depth] = part;
    if (methods !== undefined) routes.push(parents.slice(0, depth + 1).join(''));
  }
  return [...new Set(routes)];
}
