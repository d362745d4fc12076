/** All patterns, as one way of finding. */
import type { Finder } from "../hit.ts";
import { AMOUNTS } from "./amount.ts";
import { CODES } from "./code.ts";
import { CONTACTS } from "./contact.ts";
import { readPatterns } from "./pattern.ts";
import { TIMES } from "./time.ts";
import { TITLED } from "./titled.ts";

const ALL = [...CODES, ...CONTACTS, ...TIMES, ...AMOUNTS, ...TITLED];

export const patterns: Finder = (text) => readPatterns(ALL, text);
