// Writes the OpenAPI document as the service serves it, to openapi.json or the file that is named.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openApiDocument } from '../src/http/openapi.ts';
import { offerLayouts } from '../src/offered-layouts.ts';
import { loadResources } from '../src/render/resources.ts';
import { readVersions } from '../src/version.ts';

const [, , file = join(import.meta.dirname, '../openapi.json')] = process.argv;
const reading = readConfig({});
if (!reading.ok) throw new Error('the default settings are wrong');
const resources = await loadResources(reading.config);
if (!resources.ok) throw new Error(resources.faults.map(({ message }) => message).join('\n'));
const layouts = await offerLayouts(resources.value.catalogue, reading.config.samplesDir);
const document = openApiDocument(readVersions().service, layouts);
await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
