/**
 * What the sample study says about itself, in both languages.
 *
 * Everything in the sample was invented for this product: no body, person or service in it exists.
 */
import type { Both } from "./wording.ts";

export const STUDY: Readonly<
  Record<
    "title" | "introduction" | "problem" | "questions" | "definitions" | "approach" | "limitations" | "recommendations",
    Both
  >
> = {
  title: {
    en: "One service, several councils: how public bodies in Wales share digital services",
    cy: "Un gwasanaeth, sawl cyngor: sut mae cyrff cyhoeddus Cymru yn rhannu gwasanaethau digidol",
  },
  introduction: {
    en: "People do not live in one public body at a time. They put a bin out, rent a home, apply for a badge and ring about a pothole, and behind each of those stands a different organisation with a website of its own.\n\nSome of those organisations have begun to run digital services together. A few of these have lasted; many have quietly stopped. We wanted to hear from the people who make them, pay for them and answer the phone about them, what makes the difference.",
    cy: "Nid mewn un corff cyhoeddus ar y tro y mae pobl yn byw. Maen nhw'n rhoi'r bin allan, yn rhentu cartref, yn gwneud cais am fathodyn ac yn ffonio am dwll yn y ffordd, a thu ôl i bob un o'r rheini mae sefydliad gwahanol a'i wefan ei hun.\n\nMae rhai o'r sefydliadau hynny wedi dechrau rhedeg gwasanaethau digidol gyda'i gilydd. Mae ambell un wedi para; mae llawer wedi dod i ben yn dawel. Roeddem am glywed gan y bobl sy'n eu creu, yn talu amdanynt ac yn ateb y ffôn yn eu cylch, beth sy'n gwneud y gwahaniaeth.",
  },
  problem: {
    en: "Public bodies in Wales are asked to share digital services, and are offered money, frameworks and templates to help them. Nobody can say which of those helps. What is known comes from business cases, which describe services before they exist, and from evaluations, which are written by the people who paid.\n\nBefore any more support is designed, we need to understand how shared services really begin, what keeps them going, what wears them out, and what the people who use them notice of it.",
    cy: "Gofynnir i gyrff cyhoeddus Cymru rannu gwasanaethau digidol, a chynigir arian, fframweithiau a thempledi i'w helpu. Ni all neb ddweud pa rai o'r rheini sy'n helpu. Daw'r hyn sy'n hysbys o achosion busnes, sy'n disgrifio gwasanaethau cyn iddynt fodoli, ac o werthusiadau, a ysgrifennir gan y bobl a dalodd.\n\nCyn cynllunio rhagor o gymorth, mae angen inni ddeall sut mae gwasanaethau a rennir yn dechrau go iawn, beth sy'n eu cadw i fynd, beth sy'n eu treulio, a beth mae'r bobl sy'n eu defnyddio yn sylwi arno.",
  },
  questions: {
    en: "How do shared digital services between public bodies begin, and who decides?\nWho pays for them and who owns them, on paper and in practice?\nWhat stands in the way of passing data between organisations?\nWhen does Welsh enter the work, and what follows from that?\nWhat do residents notice of the boundaries between organisations?",
    cy: "Sut mae gwasanaethau digidol a rennir rhwng cyrff cyhoeddus yn dechrau, a phwy sy'n penderfynu?\nPwy sy'n talu amdanynt a phwy sy'n berchen arnynt, ar bapur ac yn ymarferol?\nBeth sy'n rhwystro data rhag symud rhwng sefydliadau?\nPryd mae'r Gymraeg yn dod i mewn i'r gwaith, a beth sy'n dilyn o hynny?\nBeth mae trigolion yn sylwi arno o'r ffiniau rhwng sefydliadau?",
  },
  definitions: {
    en: "Shared digital service: an online service, or a part of one, that two or more organisations run, pay for or maintain together.\n\nHost: the organisation that employs the people and holds the contracts for a shared service.\n\nPattern: a piece of design or code that is made by one team and used again by another.\n\nSide by side: writing a text in Welsh and English at the same time, by people who sit together, and not by translation afterwards.",
    cy: "Gwasanaeth digidol a rennir: gwasanaeth ar-lein, neu ran o un, y mae dau sefydliad neu ragor yn ei redeg, yn talu amdano neu'n ei gynnal gyda'i gilydd.\n\nCynhaliwr: y sefydliad sy'n cyflogi'r bobl ac yn dal y contractau ar gyfer gwasanaeth a rennir.\n\nPatrwm: darn o ddylunio neu god a wneir gan un tîm ac a ddefnyddir wedyn gan dîm arall.\n\nOchr yn ochr: ysgrifennu testun yn Gymraeg ac yn Saesneg yr un pryd, gan bobl sy'n eistedd gyda'i gilydd, ac nid drwy gyfieithu wedyn.",
  },
  approach: {
    en: "Two researchers spoke to each organisation in a semi-structured video interview, in the language that the people chose. The definitions were read out at the start. The calls were recorded and transcribed, and the transcripts here are shortened to the passages that bear on the questions.\n\nAn online survey with four of the questions reached organisations that we could not interview. The same people who held the interviews extracted quotes from the transcripts and comments, laid them on one board and sorted them into themes together, in three sittings. Disagreements were left on the board until somebody had gone back to the recording.",
    cy: "Siaradodd dau ymchwilydd â phob sefydliad mewn cyfweliad fideo lled-strwythuredig, yn yr iaith a ddewisodd y bobl. Darllenwyd y diffiniadau ar y dechrau. Recordiwyd a thrawsgrifiwyd y galwadau, ac mae'r trawsgrifiadau yma wedi'u byrhau i'r darnau sy'n ymwneud â'r cwestiynau.\n\nCyrhaeddodd arolwg ar-lein â phedwar o'r cwestiynau sefydliadau na allem eu cyfweld. Y bobl a gynhaliodd y cyfweliadau a dynnodd ddyfyniadau o'r trawsgrifiadau a'r sylwadau, eu gosod ar un bwrdd a'u didoli'n themâu gyda'i gilydd, mewn tair sesiwn. Gadawyd anghytundebau ar y bwrdd nes bod rhywun wedi mynd yn ôl at y recordiad.",
  },
  limitations: {
    en: "We spoke to people who run shared services or were asked to, and so heard more from those whose services had lasted than from those whose services had ended.\n\nWe spoke to nobody in health, the fire services or the police.\n\nWe did not speak to residents. What is said about them here is what the people who serve them have seen and heard.",
    cy: "Siaradom â phobl sy'n rhedeg gwasanaethau a rennir, neu y gofynnwyd iddynt wneud hynny, ac felly clywsom fwy gan y rhai y parhaodd eu gwasanaethau na chan y rhai y daeth eu gwasanaethau i ben.\n\nNi siaradom â neb ym maes iechyd, y gwasanaethau tân na'r heddlu.\n\nNi siaradom â thrigolion. Yr hyn a ddywedir amdanynt yma yw'r hyn y mae'r bobl sy'n eu gwasanaethu wedi'i weld a'i glywed.",
  },
  recommendations: {
    en: "For those who fund shared services:\n- Pay for the second year before the first one ends, and for a host who may say no.\n- Ask for a named person in each organisation, and for what happens when that person leaves.\n\nFor those who run them:\n- Write the two languages side by side from the first sketch.\n- Sign the data sharing agreement before the first line of code, and keep it as short as it can be.",
    cy: "I'r rhai sy'n ariannu gwasanaethau a rennir:\n- Talwch am yr ail flwyddyn cyn i'r gyntaf ddod i ben, ac am gynhaliwr a gaiff wrthod.\n- Gofynnwch am berson a enwir ym mhob sefydliad, ac am yr hyn sy'n digwydd pan fydd y person hwnnw'n gadael.\n\nI'r rhai sy'n eu rhedeg:\n- Ysgrifennwch y ddwy iaith ochr yn ochr o'r braslun cyntaf.\n- Llofnodwch y cytundeb rhannu data cyn y llinell gyntaf o god, a chadwch ef mor fyr ag y gall fod.",
  },
};
