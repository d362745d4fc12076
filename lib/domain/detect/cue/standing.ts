/** What singles somebody out among their like: only, first, last, the largest; prizes, events, what stands in the minutes. Rules: docs/spec/identifier.md, I68. */
import { EDGE, STOP, either, whole } from "../pattern/pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";

const cue = (reason: string, kind: Pattern["kind"], score: number, find: RegExp): Pattern => ({
  reason,
  kind,
  layer: "wide",
  score,
  find,
});

const SMALL = String.raw`(?:the|a|an|our|my|his|her|their|this|that|senior|y|yr|ein)`;
/** "on the senior team", "in Gwent", "of the three": where somebody is the only one. */
const WHERE = String.raw`\s(?:in|on|of|from|at|within|across|to|with|for|among|yn|ym|yng|ar|o|i)\s(?:${SMALL}\s){0,2}[\p{L}\p{N}'’-]+(?:\s(?!(?:and|or|but|to|for|by|at|in|on|who|that|which|so|because|when|is|was|has|had|are|were|i|we|he|she|it|they|you|a|ond)\s)[\p{L}\p{N}'’-]+)?`;
const THING = String.raw`(?!(?:thing|time|way|reason|problem|one\sthing|question|difference|issue|step|place|half|name|point|option|bit|part|few|two|three|year|week|month|day|of\sall|if|when|because|a|the|to|in|for|by|one\sof)${STOP})[\p{L}'’-]+`;
const MOST = either(
  "youngest oldest eldest longest-serving longest-standing shortest-serving largest biggest smallest tallest busiest richest poorest remotest northernmost southernmost westernmost easternmost highest-paid best-known".split(
    " ",
  ),
);
const PRIZE = either(
  "award awards Award Awards Prize Medal Competition Trophy Cup Gwobr Gwobrau prize prizes medal medals trophy competition championship championships fellowship scholarship honours gwobr gwobrau wobr wobrau medal eisteddfod".split(
    " ",
  ),
);
const PLACED = String.raw`(?:first|second|third|fourth|last|runners?-up|winners?|finalists?|shortlisted|short-listed|commended|highly\scommended|nominated|won|winning|bronze|silver|gold|received|awarded|cyntaf|ail|trydydd|enillydd|enillwyr|ennill|enillodd)`;
const EVENT = either(
  "inquiry Inquiry inquest Inquest merger takeover strike disaster Disaster explosion crash collision flood floods flooding riots Fair outbreak attack cyberattack cyber-attack ransomware breach scandal Scandal conference Conference festival Festival Show parade Parade referendum by-election summit Summit marathon Marathon lockdown shooting stabbing murder eruption earthquake evacuation redundancies restructure restructuring".split(
    " ",
  ),
);

const YEAR = String.raw`(?:\s(?:in|for|of|yn|ym)\s(?:\d{4}|\p{L}+\s\d{4}))?`;
/** What is written large only because a sentence begins. */
const BEGINS =
  "(?:The|A|An|This|That|These|Our|Your|My|His|Her|Their|Its|Every|Each|No|Any|Some|And|But|At|In|On|From|To|For|With|If|When|Such|Another|Other)";

export const STANDINGS: readonly Pattern[] = [
  cue(
    "only",
    "trait",
    0.6,
    whole(
      String.raw`(?<=(?:the|an|our|my|his|her|their|are|was|were)\s)(?:only|sole|lone)\s(?:(?:female|male|black|asian|disabled|full-time|part-time|welsh|welsh-speaking|gay|young|older|other|remaining|qualified)\s)?${THING}(?:\s${THING})?${WHERE}`,
    ),
  ),
  cue(
    "only",
    "trait",
    0.6,
    whole(
      String.raw`(?:only|sole|lone)\s(?:woman|man|female|male|person|one|member|officer|manager|council|authority|school|team|employee|councillor|teacher|nurse|doctor|developer|speaker|organisation|body)(?:\s(?:who|that|left|here|in|on|of)${STOP})?`,
    ),
  ),
  cue(
    "only",
    "trait",
    0.6,
    whole(
      String.raw`yr?\sunig\s[\p{L}'’-]+(?:${WHERE})?|unig\s(?:fenyw|ddynes|ddyn|berson|un|aelod|gyngor|swyddog)(?:${WHERE})?`,
    ),
  ),
  cue(
    "first",
    "trait",
    0.55,
    whole(
      String.raw`(?:very\s)?(?:first|last|second|third)(?:-ever|\sever)?\s(?:(?:female|black|asian|welsh|openly\sgay|muslim|disabled|young)\s)?(?:woman|man|female|person|council|authority|councils|school|health\sboard|organisation|body|local\sauthority|employee|chief|head|leader|mayor|director|manager|team|member|county|university|college|company|minister|president|graduate|teacher|officer|town|city|village|country)(?:\sto\s\p{L}+(?:\s\p{L}+)?|${WHERE})?`,
    ),
  ),
  cue(
    "first",
    "trait",
    0.55,
    whole(
      String.raw`y(?:r)?\s(?:ferch|fenyw|ddynes|dyn|cyngor|person|tîm|corff|sefydliad|awdurdod)\s(?:gyntaf|cyntaf|olaf|hynaf|ieuengaf|mwyaf|lleiaf)|y\s(?:cyntaf|gyntaf|olaf|mwyaf|lleiaf|hynaf|ieuengaf)\s(?:yng\sNghymru|yn\sy\s\p{L}+|i\s\p{L}+)`,
    ),
  ),
  cue(
    "most",
    "trait",
    0.5,
    whole(
      String.raw`(?:second[\s-]|third[\s-])?${MOST}(?:\s(?!(?:and|or|but|of|in|on|at|that|is|was)\s)[\p{L}'’-]+){0,2}(?:${WHERE})?`,
    ),
  ),
  cue(
    "prize",
    "other",
    0.6,
    whole(
      String.raw`${PLACED}\s(?:(?:place|prize|at|in|for|of|the|a|an|yng|yn|y|our|last|this)\s){1,4}(?:[\p{L}\p{N}&'’-]+\s){0,4}?${PRIZE}${YEAR}`,
    ),
  ),
  cue(
    "prize",
    "other",
    0.6,
    whole(
      String.raw`(?!${BEGINS}\s)(?:\p{Lu}[\p{L}\p{N}&'’-]*\s(?:of\sthe\s|of\s|the\s|for\s)?){1,5}${PRIZE}${YEAR}`,
      "gu",
    ),
  ),
  cue(
    "prize",
    "other",
    0.5,
    whole(
      String.raw`(?:MBE|OBE|CBE|BEM|knighthood|nobel|bafta|oscar|emmy|grammy|pulitzer|queen['’]s\saward|king['’]s\saward|new\syear['’]?s?\shonours)(?:\s(?:in|for)\s[\p{L}\p{N}]+(?:\s\p{L}+)?)?`,
    ),
  ),
  cue(
    "event",
    "other",
    0.45,
    new RegExp(
      String.raw`${EDGE}(?<hit>(?!${BEGINS}\s)(?:(?:19|20)\d\d\s|\p{Lu}[\p{L}'’-]+\s){1,4}${EVENT})${STOP}`,
      "gud",
    ),
  ),
  cue(
    "event",
    "other",
    0.45,
    new RegExp(
      String.raw`${EDGE}(?<hit>(?:Storm|Hurricane|Operation|Project|Prosiect)\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)${STOP}`,
      "gud",
    ),
  ),
  cue(
    "event",
    "other",
    0.4,
    whole(
      String.raw`(?:the|a|big|major|serious|y)\s(?:cyber[\s-]?attack|ransomware\sattack|data\sbreach|inquest|public\sinquiry|whistle-?blow(?:er|ing)|employment\stribunal|merger|judicial\sreview|section\s114)`,
    ),
  ),
  cue(
    "before",
    "trait",
    0.5,
    whole(
      String.raw`(?:when|while|before|after)\si\s(?:was|worked|joined|left|moved|came|started|trained|studied|lived)\s(?:at|in|for|to|from|with|over|here|up|down)(?:\s(?:the\s)?[\p{L}\p{N}'’&-]+){1,3}`,
    ),
  ),
  cue(
    "minutes",
    "other",
    0.5,
    whole(
      String.raw`(?:minutes?|agenda|cofnodion|agenda|papers?|paragraph|report)(?:,|\sof\s(?:the\s)?[\p{L}\s]{3,40}?)?,?\s(?:item|paragraph|para\.?|page|p\.|minute|no\.?|eitem|paragraff|tudalen)\s?\d+(?:\.\d+)*|(?:item|eitem|minute)\s\d+(?:\.\d+)*\s(?:of|on|in|o)\s(?:the\s|y\s)?[\p{L}]+`,
    ),
  ),
];
