// The XMP packet of a document, which makes it PDF/A. It writes text, no objects.

import type { DocumentMetadata, PdfProfile } from './metadata.ts';

/**
 * ISO 19005-2, 6.6.2: the packet repeats the Info dictionary and names part and conformance. Only
 * properties of predefined schemas, so that no extension schema is needed; the layout is dc:source,
 * «the resource from which this one is derived».
 */
export function xmpPacket(metadata: DocumentMetadata): string {
  const { title, author, subject, keywords, languageTag, layout, producer } = metadata;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    ...conformance[metadata.profile ?? 'print'],
    simple('dc:format', 'application/pdf'),
    container('dc:title', 'Alt', title),
    author === undefined ? '' : container('dc:creator', 'Seq', author),
    subject === undefined ? '' : container('dc:description', 'Alt', subject),
    container('dc:language', 'Bag', languageTag),
    layout === undefined ? '' : simple('dc:source', layout),
    simple('xmp:CreateDate', `${metadata.createdOn}T00:00:00Z`),
    simple('xmp:CreatorTool', producer),
    simple('pdf:Producer', producer),
    keywords === undefined ? '' : simple('pdf:Keywords', keywords),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const pdfaNamespace = 'http://www.aiim.org/pdfa/ns/';

/** PDF/A does not know the name of PDF/UA, so it is described (ISO 19005-3, 6.6.2.3). */
const pdfuaSchema = [
  '<pdfaExtension:schemas',
  ` xmlns:pdfaExtension="${pdfaNamespace}extension/"`,
  ` xmlns:pdfaSchema="${pdfaNamespace}schema#"`,
  ` xmlns:pdfaProperty="${pdfaNamespace}property#">`,
  '<rdf:Bag><rdf:li rdf:parseType="Resource">',
  simple('pdfaSchema:schema', 'PDF/UA identification'),
  simple('pdfaSchema:namespaceURI', 'http://www.aiim.org/pdfua/ns/id/'),
  simple('pdfaSchema:prefix', 'pdfuaid'),
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  simple('pdfaProperty:name', 'part'),
  simple('pdfaProperty:valueType', 'Integer'),
  simple('pdfaProperty:category', 'internal'),
  simple('pdfaProperty:description', 'Part of ISO 14289 that the document keeps'),
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas>',
];

const conformance: Readonly<Record<PdfProfile, readonly string[]>> = {
  print: [simple('pdfaid:part', '2'), simple('pdfaid:conformance', 'U')],
  archive: [
    simple('pdfaid:part', '3'),
    simple('pdfaid:conformance', 'A'),
    '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>',
    ...pdfuaSchema,
  ],
};

function simple(name: string, value: string): string {
  return `<${name}>${escapeXml(value)}</${name}>`;
}

function container(name: string, kind: 'Alt' | 'Bag' | 'Seq', value: string): string {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : '';
  const entry = `<rdf:li${language}>${escapeXml(value)}</rdf:li>`;
  return `<${name}><rdf:${kind}>${entry}</rdf:${kind}></${name}>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** What XML 1.0 has no way to write, control codes and halves of surrogate pairs, is left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (sign) => entities.get(sign) ?? sign);
}
