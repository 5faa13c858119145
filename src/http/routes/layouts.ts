// GET /v1/layouts…: which layouts there are, what they are like, how they look.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Fault, failure, faultTable, type Outcome, success } from '../../fault.ts';
import type { RenderTask } from '../../worker/protocol.ts';
import { sendCacheable, sendFaults, sendRendered } from '../answer.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseDocument } from '../document.ts';
import type { LayoutCatalogue, LayoutDescription } from '../layout-catalogue.ts';
import { readQuery } from '../query.ts';
import type { Ask } from '../rendering.ts';

const noQuery = z.strictObject({});

/** A preview is looked at first and printed second. */
export const previewTypes = ['image/png', 'application/pdf'] as const;

interface LayoutParams {
  Params: { id: string };
}

export function addLayoutRoutes(app: FastifyInstance, deps: Dependencies, ask: Ask): void {
  const { layouts, clock } = deps;

  app.get('/v1/layouts', async (request, reply) => {
    const query = readQuery(noQuery, request.query);
    if (!query.ok) return sendFaults(reply, query.faults);
    return sendCacheable(reply, 'application/json', JSON.stringify({ layouts: layouts.list() }));
  });

  app.get<LayoutParams>('/v1/layouts/:id', async (request, reply) => {
    const query = readQuery(noQuery, request.query);
    if (!query.ok) return sendFaults(reply, query.faults);
    const layout = find(layouts, request.params.id);
    if (!layout.ok) return sendFaults(reply, layout.faults);
    const description = { ...layout.value, schema: await layouts.schema() };
    return sendCacheable(reply, 'application/json', JSON.stringify(description));
  });

  app.get<LayoutParams>('/v1/layouts/:id/preview', async (request, reply) => {
    reply.header('Vary', 'Accept');
    const choice = chooseDocument(request, previewTypes);
    if (!choice.ok) return sendFaults(reply, choice.faults);
    const layout = find(layouts, request.params.id);
    if (!layout.ok) return sendFaults(reply, layout.faults);
    if (layout.value.sample === undefined) return sendFaults(reply, [withoutSample]);
    const json = JSON.stringify(sampleOf(layout.value));
    const task: RenderTask = { json, ...choice.value, today: clock.today() };
    const outcome = await ask(task, reply);
    if (outcome === undefined) return reply;
    if (!outcome.ok) return sendFaults(reply, outcome.faults.map(blameLayout));
    return sendRendered(reply, outcome.value, outcome.warnings.length);
  });
}

function find(layouts: LayoutCatalogue, id: string): Outcome<LayoutDescription> {
  const layout = layouts.get(id);
  if (layout !== undefined) return success(layout);
  const nearest = layouts.nearest(id);
  const hint = nearest.length === 0 ? '/v1/layouts lists them' : `similar: ${nearest.join(', ')}`;
  const message = `There is no layout with this id; ${hint}.`;
  return failure([{ code: 'LAYOUT_UNKNOWN', message, details: { nearest } }]);
}

const withoutSample: Fault = { code: 'LAYOUT_FAILED', message: 'The layout has no sample.' };

// A sample names its layout without a revision, the caller may have asked for an old one.
function sampleOf({ id, revision, sample }: LayoutDescription): unknown {
  if (typeof sample !== 'object' || sample === null) return sample;
  return { ...sample, layout: `${id}@${revision}` };
}

// The caller sent no bill, so whatever is wrong with it is wrong with the layout package.
function blameLayout(fault: Fault): Fault {
  if (faultTable[fault.code].status >= 500) return fault;
  return { ...fault, code: 'LAYOUT_FAILED', message: `The sample fails: ${fault.message}` };
}
