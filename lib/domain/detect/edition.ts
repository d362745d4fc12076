/**
 * Which detection found what is stored. One more with every change of what is found: then every text is looked through again.
 *
 * A test holds it to what some texts come to. Rules: docs/spec/identifier.md, I71.
 */
export const EDITION = 1;
