/**
 * One reading. `parts` holds what the format itself is made of beside people's words (attributes, element names,
 * style sheets), piece by piece, so that the pieces which a file without data has too can be left out.
 */
export type Reading = Readonly<{ text: string; how: string; parts?: readonly string[] }>;
