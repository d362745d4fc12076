/** What somebody does for a living, English and Welsh. Rules: docs/spec/identifier.md, I67. */
import { EDGE, STOP, either, whole } from "../pattern/pattern.ts";
import type { Pattern } from "../pattern/pattern.ts";

const job = (reason: string, score: number, find: RegExp): Pattern => ({
  reason,
  kind: "trait",
  layer: "wide",
  score,
  find,
});

/** Words that say a rank and are the end of a title. */
const RANK =
  "officer manager director lead leader coordinator co-ordinator administrator assistant adviser advisor analyst architect consultant controller supervisor executive specialist technician inspector superintendent commissioner chairman chairwoman chairperson secretary treasurer principal headteacher representative practitioner planner strategist apprentice trainee librarian archivist curator steward warden registrar clerk".split(
    " ",
  );
/** Trades and callings. */
const CALLING = (
  "accountant actor actress actuary anaesthetist archaeologist artist auditor author baker banker barber barista barrister bartender beautician biologist blacksmith bookkeeper bricklayer broker builder butcher carer caretaker carpenter cashier chef chemist " +
  "childminder chiropodist cleaner comedian composer cook counsellor courier dancer dentist designer detective developer dietitian dj driver economist editor electrician engineer estate-agent farmer farrier firefighter fireman fisherman fitter florist " +
  "footballer forester gardener geologist goldsmith hairdresser historian housekeeper illustrator interpreter janitor jeweller joiner journalist judge labourer landlord landlady lawyer lecturer lifeguard linguist locksmith machinist magistrate " +
  "masseur mathematician mechanic merchant midwife miner musician nanny novelist nurse optician optometrist osteopath painter paramedic pathologist pharmacist photographer physicist physiotherapist pianist plasterer plumber poet policeman policewoman politician porter " +
  "postman postwoman potter priest printer producer professor programmer psychiatrist psychologist publisher radiographer radiologist rancher receptionist recruiter reporter researcher retailer roofer sailor salesman saleswoman salesperson scientist sculptor seamstress shepherd shopkeeper singer " +
  "social-worker soldier solicitor statistician student surgeon surveyor tailor teacher therapist translator tutor typist undertaker vet veterinarian vicar volunteer waiter waitress welder writer zookeeper tester " +
  "doctor dancer dentist gp rn lpn cna paralegal realtor attorney bus-driver taxi-driver landscaper contractor freelancer entrepreneur councillor mayor owner founder co-founder ceo cfo cto cio coo"
)
  .split(" ")
  .map((word) => word.replace("-", "[ -]"));
const PLURAL = "(?:s|es)?";
const SENIOR = either(
  "deputy assistant associate senior junior principal lead chief head executive acting interim former retired trainee student newly-qualified regional national corporate group managing vice staff".split(
    " ",
  ),
);
const AREA = either(
  (
    "digital data information technology technical it ict communications comms clinical nursing medical finance financial procurement commercial legal policy planning housing highways transport waste environment environmental education school schools social care adult adults children children's youth family community " +
    "customer service services business project programme product delivery change transformation improvement operations operational performance quality research innovation strategy strategic human resources hr people workforce training learning marketing sales press media web content user experience ux design software systems system network security cyber " +
    "records library archives museum heritage tourism leisure sports events licensing trading standards revenues benefits council tax welfare welsh language translation equality equalities engagement consultation partnership partnerships regeneration development economic building control enforcement health safety facilities estates property assets fleet " +
    "loan bank account accounts office administrative admin executive personal research teaching classroom police probation prison customs immigration fire ambulance army naval medical laboratory lab field sales store shop restaurant kitchen bar hotel warehouse factory production maintenance electrical mechanical civil structural chemical process " +
    "ballet opera university college primary secondary nursery science maths english history music art drama physics chemistry biology psychology public private private-sector senior emergency mental intensive theatre ward district registered dental veterinary legal insurance investment credit risk compliance audit tax payroll purchasing supply logistics"
  ).split(" "),
);
const TITLE_END = either([...RANK, ...CALLING]);

/** Words in which Welsh says ranks and callings, as they stand and mutated. */
const SWYDD = either(
  (
    "pennaeth bennaeth phennaeth rheolwr reolwr rheolwraig reolwraig cyfarwyddwr gyfarwyddwr cyfarwyddwraig swyddog prif\u00a0weithredwr arweinydd cydlynydd gydlynydd dadansoddwr ddadansoddwr datblygwr ddatblygwr cynghorydd gynghorydd ymgynghorydd gweinyddwr weinyddwr gweinyddydd weinyddydd cynorthwyydd gynorthwyydd " +
    "ysgrifennydd ysgrifenyddes cadeirydd gadeirydd trysorydd drysorydd athro athrawes nyrs meddyg feddyg deintydd ddeintydd fferyllydd cyfieithydd gyfieithydd llyfrgellydd lyfrgellydd archifydd ffermwr ffarmwr peiriannydd beiriannydd saer dylunydd ddylunydd cyfreithiwr gyfreithiwr darlithydd ddarlithydd myfyriwr fyfyriwr " +
    "gofalwr ofalwr gofalwraig plismon blismon heddwas diffoddwr ddiffoddwr gyrrwr yrrwr cogydd gogydd ymchwilydd newyddiadurwr cyfrifydd gyfrifydd llawfeddyg bydwraig fydwraig seicolegydd therapydd ficer gweinidog weinidog prentis brentis uwch\u00a0swyddog dirprwy ddirprwy is-gadeirydd prifathro prifathrawes pennaeth\u00a0gwasanaeth maer faer clerc glerc"
  ).split(" "),
).replaceAll("\u00a0", String.raw`\s`);

const ARTICLE = String.raw`(?:an?|the|our|their|my|his|her|your|y|yr)`;

/** A word that may stand before a rank. */
const OTHER = String.raw`(?!(?:the|a|an|and|or|but|of|to|for|in|on|at|by|with|from|as|is|was|are|were|be|been|has|had|have|this|that|these|those|which|who|when|our|their|his|her|my|your|its|we|they|he|she|you|it|i|another|each|every|any|some|no|one|two|new|old|other|same|said|if|so|not|own|good|bad|line|former|then|than|what|how|because|also|just|like)[ ])[\p{L}-]{3,}`;

export const JOBS: readonly Pattern[] = [
  job(
    "title",
    0.6,
    whole(
      String.raw`(?:${SENIOR}\s)*(?:${AREA}[\s/&-](?:and\s)?){1,4}(?:${SENIOR}\s)?${TITLE_END}${PLURAL}(?:\s(?:of|for)\s(?:the\s)?(?:${AREA}\s?){1,3}(?<=\S))?`,
    ),
  ),
  job("title", 0.6, whole(String.raw`(?:${SENIOR}\s)+${TITLE_END}${PLURAL}`)),
  job(
    "title",
    0.6,
    whole(
      String.raw`(?:${SENIOR}\s)*(?:head|heads|director|chief|lead|leader|manager|secretary|chair|minister|dean|professor|team\slead(?:er)?)\sof\s(?:the\s|our\s)?[\p{L}'’&-]+(?:\s(?:and|&|of)\s[\p{L}'’-]+|\s(?:${AREA}|services?|team|department))*`,
    ),
  ),
  job(
    "title",
    0.6,
    whole(
      String.raw`chief\s(?:[\p{L}-]+\s){0,3}officer|(?:deputy\s|assistant\s)?chief\sexec(?:utive)?|(?:managing|executive|finance|creative|technical|medical|clinical)\sdirector|section\s151\sofficer|monitoring\sofficer|caldicott\sguardian`,
    ),
  ),
  job(
    "title",
    0.45,
    whole(
      String.raw`(?:${OTHER}[ ]){1,3}(?:clerk|technician|operator|attendant|driver|manager|director|administrator|coordinator|supervisor|inspector|engineer|analyst|adviser|advisor|consultant|therapist|designer|scientist)`,
    ),
  ),
  job("title", 0.5, whole(String.raw`(?:team|group|squad|line|branch|shift)[\s-](?:leader|manager|lead|supervisor)`)),
  job(
    "calling",
    0.4,
    new RegExp(
      String.raw`${EDGE}(?:i['’]?m|i\sam|he['’]?s|she['’]?s|is|was|were|are|as|be|been|became|become|being|by\sprofession|works?|worked|working|employed|retired|former|qualified|trained|training|fellow|busy|proud|mother|father)\s(?:as\s)?(?:also\s|just\s|only\s|now\s)?(?:${ARTICLE}\s)?(?:[\p{L}-]+\s)?(?<hit>${TITLE_END}${PLURAL})${STOP}`,
      "giud",
    ),
  ),
  job(
    "calling",
    0.4,
    new RegExp(
      String.raw`${EDGE}${ARTICLE}\s(?<hit>${either(CALLING)})\s(?:and|in|at|from|with|who|on|based|for|myself|here)${STOP}`,
      "giud",
    ),
  ),
  job(
    "swydd",
    0.5,
    whole(
      String.raw`(?:${SWYDD}\s)?${SWYDD}(?:\s(?:y|yr|o|ar|am|dros)\s[\p{L}'’-]+|\s(?:digidol|cyfathrebu|cyllid|adnoddau\sdynol|polisi|cynllunio|tai|addysg|iechyd|gofal|cymdeithasol|ieuenctid|cymunedol|technegol|caffael|gwasanaethau?|prosiect|data|gwybodaeth|ymchwil|marchnata|cwsmer|cymraeg|gymraeg|cynradd|uwchradd|meddygol|clinigol|trafnidiaeth|amgylchedd|cynorthwyol|gweithredol|rhanbarthol))*`,
    ),
  ),
];
