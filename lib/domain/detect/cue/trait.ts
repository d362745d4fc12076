/** What somebody is: family, health, faith, schooling, the language they speak. Rules: docs/spec/identifier.md, I67. */
import { NUMBER } from "../pattern/number.ts";
import { either, whole } from "../pattern/pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";

const trait = (reason: string, score: number, find: RegExp): Pattern => ({
  reason,
  kind: "trait",
  layer: "wide",
  score,
  find,
});

const KIN = either(
  "mother father mum mam mom dad parent grandmother grandfather gran grandma grandad grandpa nan nana wife husband spouse partner fiancé fiancée fiance fiancee boyfriend girlfriend son daughter brother sister twin stepson stepdaughter stepmother stepfather uncle aunt auntie nephew niece cousin grandson granddaughter grandchild grandchildren children kids kiddos child kid family sons daughters brothers sisters ex-wife ex-husband mum's dad's".split(
    " ",
  ),
);
const CHILDREN = either(
  "children kids kiddos sons daughters boys girls grandchildren grandkids siblings brothers sisters toddlers teenagers plant blentyn mab merch wyrion".split(
    " ",
  ),
);

export const TRAITS: readonly Pattern[] = [
  trait(
    "family",
    0.5,
    whole(
      String.raw`(?:(?:single|proud|busy|divorced|widowed|married)\s)*(?:mother|father|mum|mam|mom|mama|mommy|dad|daddy|parent|grandmother|grandfather|granny|grandma|grandad|grandpa)\s(?:of|to)\s(?:\p{L}+\s)?(?:${NUMBER}|twins|triplets)|mam\si\s\p{L}+|tad\si\s\p{L}+`,
    ),
  ),
  trait(
    "family",
    0.45,
    whole(
      String.raw`(?:(?:my|his|her|our|their|with|have|has|raising)\s)?(?:\d{1,2}|${NUMBER})\s(?:(?:wonderful|amazing|awesome|young|small|little|beautiful|lovely|grown|adult|older|younger|hungry|energetic)\s)*${CHILDREN}`,
    ),
  ),
  trait(
    "family",
    0.4,
    whole(
      String.raw`(?:my|our|fy|ein)\s(?:(?:late|ex|eldest|youngest|oldest|older|younger|only|elderly|twin|own|amazing|wonderful|three|two|four)[\s-])*(?:${KIN}|ngŵr|ngwraig|mhlant|mab|merch|mam|nhad|chwaer|mrawd|gŵr|wraig|phartner|mhartner)`,
    ),
  ),
  trait(
    "family",
    0.4,
    whole(
      String.raw`married|remarried|unmarried|divorced|divorcee|divorcing|widow(?:ed|er)?|separated\sfrom|single\s(?:mother|father|mum|mom|dad|parent)|bachelor|spinster|engaged\sto|orphan(?:ed)?|foster\s(?:carer|parent|child)|pregnan(?:t|cy)|maternity\sleave|paternity\sleave|parenting|ar\sabsenoldeb\smamolaeth|priod|wedi\sysgaru|gweddw|feichiog`,
    ),
  ),
  trait(
    "health",
    0.45,
    whole(
      String.raw`disab(?:led|ility)|wheelchair(?:\suser)?|blind|deaf|visually\simpaired|hard\sof\shearing|autis(?:m|tic)|adhd|dyslexi[ac]|dyspraxi[ac]|neurodivergent|epilep(?:sy|tic)|diabet(?:es|ic)|asthma(?:tic)?|cancer|leukaemia|chemotherapy|dementia|alzheimer['’]?s|parkinson['’]?s|multiple\ssclerosis|stroke|heart\sattack|hiv(?:[\s-]positive)?|hepatitis|bipolar|schizophreni[ac]|depression|anxiety\sdisorder|ptsd|eating\sdisorder|long\scovid|miscarriage|ivf|transplant|stoma|anabl(?:edd|ed)|dall|byddar|canser|iselder|awtistig`,
    ),
  ),
  trait(
    "belonging",
    0.45,
    whole(
      String.raw`gay|lesbian|bisexual|transgender|trans\s(?:man|woman|person)|non-binary|asylum[\s-]seekers?|refugees?|immigrants?|migrant\sworkers?|gypsy|traveller\scommunity|romani|black\s(?:man|woman|person|colleague|officer)|asian\s(?:man|woman|person)|white\s(?:man|woman|person)|mixed[\s-]race|ffoadur(?:iaid)?|hoyw`,
    ),
  ),
  trait(
    "schooling",
    0.45,
    whole(
      String.raw`(?:bachelor|master|doctor)['’]s(?:\sdegree)?(?:\s(?:of|in)\s\p{L}+(?:\s\p{L}+)?)|(?:bachelor|master)['’]s(?:\sdegree)?|(?:first[\s-]class\s)?degree\sin\s\p{L}+(?:\s\p{L}+)?|ph\.?d\.?(?:\s(?:in|on)\s\p{L}+(?:\s\p{L}+)?)?|doctorate|mba|msc|bsc|ma\sin\s\p{L}+|ba\sin\s\p{L}+|pgce|gcses?|a[\s-]levels?|nvq|hnd|diploma\sin\s\p{L}+|alum(?:nus|na|ni)|dropped\sout|gradd(?:\smewn\s\p{L}+)?|doethuriaeth|high\sschool\sdiploma`,
    ),
  ),
  trait(
    "language",
    0.5,
    whole(
      String.raw`(?:(?:first|native|fluent|only|non)[\s-])?welsh[\s-](?:speak(?:er|ers|ing)|learners?|medium)|(?:my\s)?first\slanguage(?:\sis)?(?:\s\p{Lu}\p{L}+)?|native\s(?:speaker|language)|mother\stongue|through\sthe\smedium\sof\s\p{L}+|siarad(?:wr|wyr|wraig)?\s(?:y\s)?cymraeg|iaith\s(?:gyntaf|gynta)|dysgwr\scymraeg|di-gymraeg|trwy\sgyfrwng\sy\sgymraeg|trwy['’]r\sgymraeg`,
    ),
  ),
];
