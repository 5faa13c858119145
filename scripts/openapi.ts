// Writes the OpenAPI document as the service serves it, to openapi.json or the file that is named.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openApiDocument } from '../src/http/openapi.ts';
import { loadResources } from '../src/render/resources.ts';
import { summariesOf } from '../src/render/summary.ts';
import { offerLayouts } from '../src/server/offered-layouts.ts';
import { readSamples } from '../src/server/samples.ts';
import { readVersions } from '../src/version.ts';

const [, , file = join(import.meta.dirname, '../openapi.json')] = process.argv;
const reading = readConfig({});
if (!reading.ok) throw new Error('the default settings are wrong');
const resources = await loadResources(reading.config);
if (!resources.ok) throw new Error(resources.faults.map(({ message }) => message).join('\n'));
const samples = await readSamples(reading.config.samplesDir);
const layouts = offerLayouts(summariesOf(resources.value.catalogue), samples);
const document = openApiDocument(readVersions().service, layouts);
await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
