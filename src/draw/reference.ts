// The type of an object of a file that others point to. Only this folder makes and ends them.

export type Reference = ReturnType<PDFKit.PDFDocument['ref']>;
