// What document a request asks for: media type by Accept, profile and resolution by query.

import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { failure, type Outcome, success } from '../fault.ts';
import { type OutputKind, type Profile, profiles, resolution } from '../worker/protocol.ts';
import { negotiate } from './accept.ts';
import { queryFault, readQuery } from './query.ts';

/** Media types that can be asked for, the default first. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'application/vnd.tolem.page+json',
] as const;

export type MediaType = (typeof mediaTypes)[number];

export interface DocumentChoice {
  readonly output: OutputKind;
  readonly profile: Profile;
  readonly dpi: number;
}

export const profileField = z
  .enum(profiles)
  .default('print')
  .describe('print: PDF/A-2u. archive: PDF/A-3a and PDF/UA-1, tagged, the bill attached.');

const dpiRule = `a whole number from ${resolution.least} to ${resolution.most}`;

const dpiField = z
  .string(dpiRule)
  .regex(/^\d{2,3}$/, dpiRule)
  .transform(Number)
  .pipe(z.int().min(resolution.least, dpiRule).max(resolution.most, dpiRule))
  .optional()
  .describe(`Pixels per inch, for image/png only; ${resolution.preset} when absent.`);

export const documentQuery = z.strictObject({ profile: profileField, dpi: dpiField });

/** `offered` begins with what a caller gets who accepts everything. */
export function chooseDocument(
  request: FastifyRequest,
  offered: readonly MediaType[],
): Outcome<DocumentChoice> {
  const mediaType = negotiate(request.headers.accept, offered);
  if (mediaType === undefined) {
    const message = `Accept must allow one of ${offered.join(', ')}.`;
    return failure([{ code: 'NOT_ACCEPTABLE', message, details: { offered } }]);
  }
  const query = readQuery(documentQuery, request.query);
  if (!query.ok) return query;
  const { dpi, profile } = query.value;
  // A parameter without effect is a misunderstanding, so it is said.
  if (dpi !== undefined && mediaType !== 'image/png') {
    return failure([queryFault('dpi', 'dpi has a meaning only with Accept: image/png.')]);
  }
  return success({ output: outputOf[mediaType], profile, dpi: dpi ?? resolution.preset });
}

const outputOf: Readonly<Record<MediaType, OutputKind>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'application/vnd.tolem.page+json': 'page',
};
