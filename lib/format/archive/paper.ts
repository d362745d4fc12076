/** The data for an archive before they are bytes: veiled, and nothing in them that may not leave. */

/** Rows of cells, the head first. */
export type Table = readonly (readonly string[])[];

type PaperTranscript = Readonly<{
  /** `S01`, by which its file is called */
  code: string;
  /** what stands before it, a line each */
  header: readonly string[];
  text: string; // LF, each turn with whose it is
}>;

export type ArchivePaper = Readonly<{
  /** a paragraph each */
  readme: readonly string[];
  list: Table;
  transcripts: readonly PaperTranscript[];
  /** what was answered in surveys; empty where nobody was asked so */
  responses: Table;
  codebook: Table;
  guide: Table;
}>;
