// POST /v1/bills and /v1/bills/validate: a bill in, a document or a list of faults out.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultTable } from '../../fault.ts';
import { type RenderTask, resolution } from '../../worker/protocol.ts';
import { sendFaults, sendRendered } from '../answer.ts';
import { textOf } from '../body.ts';
import type { Dependencies } from '../dependencies.ts';
import { chooseDocument, mediaTypes, profileField } from '../document.ts';
import { readQuery } from '../query.ts';
import type { Ask } from '../rendering.ts';

export const validateQuery = z.strictObject({ profile: profileField });

export function addBillRoutes(app: FastifyInstance, { clock }: Dependencies, ask: Ask): void {
  app.post('/v1/bills', async (request, reply) => {
    reply.header('Vary', 'Accept');
    const choice = chooseDocument(request, mediaTypes);
    if (!choice.ok) return sendFaults(reply, choice.faults);
    const task: RenderTask = { json: textOf(request), ...choice.value, today: clock.today() };
    const outcome = await ask(task, reply);
    if (outcome === undefined) return reply;
    if (!outcome.ok) return sendFaults(reply, outcome.faults);
    return sendRendered(reply, outcome.value, outcome.warnings.length);
  });

  app.post('/v1/bills/validate', async (request, reply) => {
    const query = readQuery(validateQuery, request.query);
    if (!query.ok) return sendFaults(reply, query.faults);
    const { profile } = query.value;
    const rest = { output: 'check', profile, dpi: resolution.preset } as const;
    const task: RenderTask = { json: textOf(request), ...rest, today: clock.today() };
    const outcome = await ask(task, reply);
    if (outcome === undefined) return reply;
    const errors = outcome.ok ? [] : outcome.faults;
    // What is our failure says nothing about the bill.
    if (errors.some(({ code }) => faultTable[code].status >= 500)) return sendFaults(reply, errors);
    reply.header('Cache-Control', 'private, no-store');
    return reply.send({ ok: outcome.ok, errors, warnings: outcome.warnings });
  });
}
