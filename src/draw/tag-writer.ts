// Tags as the objects of a PDF: the structure tree, and the way back from marks to it (ISO 32000-1,
// 14.7). It decides no tags.

import type { Literal } from './literal.ts';
import type { Marking } from './marking.ts';
import type { PdfaDocument } from './pdfa-document.ts';
import type { Reference } from './reference.ts';
import { isLeaf, type Tag } from './tag.ts';

/** The key of the one page in the parent tree. */
export const pageKey = 0;

/** Writes the tree of one page and hangs it in the catalogue. */
export function writeTags(
  document: PdfaDocument,
  root: Tag,
  { marking, page }: { readonly marking: Marking; readonly page: Literal },
): void {
  const references = new Map<Tag, Reference>();
  const treeRoot = document.ref({ Type: 'StructTreeRoot' });
  const writing: Writing = { document, marking, page, references };
  const top = writeTag(root, treeRoot, writing);
  const owners = marking.owners.map((tag) => references.get(tag));
  Object.assign(treeRoot.data, {
    K: [top],
    ParentTree: document.addDictionary({ Nums: [pageKey, owners] }),
    ParentTreeNextKey: pageKey + 1,
  });
  // pdfkit ends both with the document.
  document.describe({ StructTreeRoot: treeRoot, MarkInfo: document.ref({ Marked: true }) });
}

interface Writing {
  readonly document: PdfaDocument;
  readonly marking: Marking;
  readonly page: Literal;
  readonly references: Map<Tag, Reference>;
}

/** Parents first, so that children can point to them; ended last, when their children are known. */
function writeTag(tag: Tag, parent: Reference, writing: Writing): Reference {
  const reference = writing.document.ref({});
  writing.references.set(tag, reference);
  const kids: unknown[] = [];
  let marked = false;
  for (const child of tag.children) {
    if (!isLeaf(child)) kids.push(writeTag(child, reference, writing));
    else {
      kids.push(...writing.marking.numbersOf(child));
      marked = true;
    }
  }
  Object.assign(reference.data, {
    S: tag.type,
    P: parent,
    ...(kids.length === 0 ? {} : { K: kids.length === 1 ? kids[0] : kids }),
    ...(marked ? { Pg: writing.page } : {}),
    ...textEntry('Lang', tag.language),
    ...textEntry('Alt', tag.alt),
    ...textEntry('ActualText', tag.actualText),
    ...(tag.attributes === undefined ? {} : { A: tag.attributes }),
  });
  reference.finalize();
  return reference;
}

/** pdfkit tells strings from names by the wrapper. */
function textEntry(key: string, text: string | undefined): object {
  return text === undefined ? {} : { [key]: new String(text) };
}
