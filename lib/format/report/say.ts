/** Gives a fixed sentence of a document by its key, in the document's language. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;
