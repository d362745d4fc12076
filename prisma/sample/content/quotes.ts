/**
 * The quotes of the sample study, as the exact words that were marked.
 *
 * `source` is a transcript's file name, or `survey-` and the number of a response. Each quote's words
 * stand exactly once in its source; a test and the seed refuse anything else. `theme: null` lies
 * unclustered; `onBoard: false` has been marked in the reader and not been carried to the board yet.
 */
import type { TagKey, ThemeKey } from "./codebook.ts";

export type SampleQuote = Readonly<{
  key: string;
  source: string;
  words: string;
  theme: ThemeKey | null;
  tags: readonly TagKey[];
  onBoard: boolean;
}>;

export const QUOTES: readonly SampleQuote[] = [
  {
    key: "dyffryn-aeddan-1",
    source: "01-dyffryn-aeddan",
    words:
      "That bit of sharing works better than anything we've got an agreement for, and I think it works because nobody wrote it down.",
    theme: "trust",
    tags: ["trust", "governance"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-2",
    source: "01-dyffryn-aeddan",
    words:
      "It started on a train, because the two of us could say out loud to each other that we didn't know what we were doing.",
    theme: "trust",
    tags: ["trust", "leadership"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-3",
    source: "01-dyffryn-aeddan",
    words: "When she was off for four months the partnership was still there on paper, but there was no partnership.",
    theme: "trust",
    tags: ["trust", "capacity"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-4",
    source: "01-dyffryn-aeddan",
    words:
      "If you asked me who owns Pont, I'd say all three of us, and if you asked me who gets up at night when it's down, I'd say me.",
    theme: "money",
    tags: ["money", "governance"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-5",
    source: "01-dyffryn-aeddan",
    words:
      "Every January I go round with the hat, and until March I can't tell two people whether they've got a job in April.",
    theme: "money",
    tags: ["money"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-6",
    source: "01-dyffryn-aeddan",
    words:
      "Nine times out of ten the law would let us do it, and what people want from me is not permission, it's somebody to blame if it goes wrong.",
    theme: "data",
    tags: ["law"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-7",
    source: "01-dyffryn-aeddan",
    words:
      "We agreed in the first email, and the other twenty-one were us looking for the form that proved we'd agreed.",
    theme: "data",
    tags: ["law", "governance"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-8",
    source: "01-dyffryn-aeddan",
    words: "nobody told me it was a border.",
    theme: "boundaries",
    tags: ["need"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-9",
    source: "01-dyffryn-aeddan",
    words:
      "The numbers tell you where people fall over, and you have to go and sit in a library to find out what they tripped on.",
    theme: "boundaries",
    tags: ["need", "skills"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-10",
    source: "01-dyffryn-aeddan",
    words:
      "the ones that started in Welsh came out shorter in English as well, because you can't hide behind a noun in Welsh, you have to say who does what.",
    theme: "welsh",
    tags: ["welsh", "need"],
    onBoard: true,
  },
  {
    key: "dyffryn-aeddan-11",
    source: "01-dyffryn-aeddan",
    words:
      "The button was drawn for 'Submit', and the Welsh came back and it was four words and it fell out of the box.",
    theme: null,
    tags: ["translation"],
    onBoard: false,
  },
  {
    key: "dyffryn-aeddan-12",
    source: "01-dyffryn-aeddan",
    words:
      "Swap me. Send me to Ystrad for a month and have one of theirs here. You'd learn more than in a year of partnership boards.",
    theme: "few",
    tags: ["skills", "trust"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-1",
    source: "02-uwch-llifon",
    words: "Trwsio un peth bach i rywun arall oedd o, a dyna ddechra bob dim sy 'di dod wedyn.",
    theme: "trust",
    tags: ["trust", "pilot"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-2",
    source: "02-uwch-llifon",
    words: "Y peth mwya nath o i ni oedd sefyll rhyngddon ni a'r pwyllgor am chwe mis, a gadal i ni fethu'n ddistaw.",
    theme: "trust",
    tags: ["leadership", "trust"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-3",
    source: "02-uwch-llifon",
    words:
      "Ni sy'n sgwennu'r Gymraeg i dri chyngor, a does 'na'r un geiniog am hynny mewn unrhyw gytundeb, achos neb feddyliodd mai gwaith oedd o.",
    theme: "money",
    tags: ["money", "welsh"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-4",
    source: "02-uwch-llifon",
    words: "Mi ofynnon ni am ein data'n hunain yn ôl, a mi gafon ni o fel mil a hannar o ffeilia PDF.",
    theme: "contracts",
    tags: ["contract", "supplier"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-5",
    source: "02-uwch-llifon",
    words: "os wyt ti'n cynllunio yn y ddwy iaith efo'ch gilydd, ti'n ffraeo am yr ystyr yn lle ffraeo am y geiria.",
    theme: "welsh",
    tags: ["welsh", "need"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-6",
    source: "02-uwch-llifon",
    words: "oedd 'na fotwm Cymraeg, ac wedi i ti 'i bwyso fo, roedd y dudalen nesa i gyd yn Saesneg.",
    theme: "late",
    tags: ["translation", "welsh"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-7",
    source: "02-uwch-llifon",
    words: "Dw i'm isio fersiwn Gymraeg. Dw i isio gwasanaeth sy'n digwydd bod yn Gymraeg pan dw i yno.",
    theme: "welsh",
    tags: ["welsh"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-8",
    source: "02-uwch-llifon",
    words:
      "awr ar y ffôn yn gwrando, a ti'n gwbod mwy na deg adroddiad. Does neb yn ffonio i ddeud bod y dangosfwrdd yn wyrdd.",
    theme: "boundaries",
    tags: ["need", "leadership"],
    onBoard: true,
  },
  {
    key: "uwch-llifon-9",
    source: "02-uwch-llifon",
    words: "Pan ma' Ifan ar ei wylia, ma' gwasanaeth tair sir ar ei wylia.",
    theme: null,
    tags: ["capacity", "skills"],
    onBoard: false,
  },
  {
    key: "morfa-gwylan-1",
    source: "03-morfa-gwylan",
    words:
      "Five of us wanted it and three of us had a contract ending in the same eighteen months, so three of us have got it. That's the whole strategy.",
    theme: "contracts",
    tags: ["contract", "governance"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-2",
    source: "03-morfa-gwylan",
    words:
      "Everyone says you need the relationships first. We didn't have any. We had a signed agreement and a deadline, and we got on with it, and the relationships came after.",
    theme: "trust",
    tags: ["governance", "leadership"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-3",
    source: "03-morfa-gwylan",
    words:
      "The whole thing is still running because one director, in one meeting, said 'put it in mine'. That isn't a funding model, that's a favour.",
    theme: "money",
    tags: ["money", "leadership"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-4",
    source: "03-morfa-gwylan",
    words: "We've paid three times for the same fix. Same bug, same line of code, three purchase orders.",
    theme: "contracts",
    tags: ["contract", "money"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-5",
    source: "03-morfa-gwylan",
    words:
      "There's a street where the odd numbers are ours and the even numbers aren't, and the even numbers get a message telling them their house doesn't exist.",
    theme: null,
    tags: ["need"],
    onBoard: false,
  },
  {
    key: "morfa-gwylan-6",
    source: "03-morfa-gwylan",
    words:
      "They've typed in their own address to have a sofa taken away, and we're protecting them from the one office that could come and get it.",
    theme: "data",
    tags: ["law", "need"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-7",
    source: "03-morfa-gwylan",
    words: "he always goes to the English page first, because that's the one somebody checked.",
    theme: "late",
    tags: ["translation", "welsh", "need"],
    onBoard: true,
  },
  {
    key: "morfa-gwylan-8",
    source: "03-morfa-gwylan",
    words: "I'm a third of a researcher for Rhaff, and there are no other thirds.",
    theme: "few",
    tags: ["skills", "capacity"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-1",
    source: "04-cwm-hesgin",
    words: "The shared things that work are the ones nobody wants their photograph taken with.",
    theme: null,
    tags: ["governance", "legacy"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-2",
    source: "04-cwm-hesgin",
    words:
      "I said I'd hold it for a quarter. That was eleven quarters ago. If I retire, I honestly don't know whose it is.",
    theme: null,
    tags: ["money", "leadership"],
    onBoard: false,
  },
  {
    key: "cwm-hesgin-3",
    source: "04-cwm-hesgin",
    words:
      "There's always an Owain. Every one of these shared things, if you take the lid off, there's an Owain in it, working on a Saturday.",
    theme: "few",
    tags: ["capacity"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-4",
    source: "04-cwm-hesgin",
    words:
      "To buy one thing together we have to follow three rulebooks at the same time, and it's quicker to buy it three times.",
    theme: "contracts",
    tags: ["contract", "governance"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-5",
    source: "04-cwm-hesgin",
    words:
      "We write the two columns side by side on the same afternoon. It takes longer on the day and it saves the three weeks after.",
    theme: "welsh",
    tags: ["welsh", "translation"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-6",
    source: "04-cwm-hesgin",
    words:
      "I went through a year of invoices. The pages they wrote together came back for correction about one time in ten, the ones we sent off came back nearly every time.",
    theme: "welsh",
    tags: ["welsh", "money"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-7",
    source: "04-cwm-hesgin",
    words:
      "'I've just told the other lady all this', and I have to say, 'what other lady?' when I know exactly what other lady. She sits twelve miles away and her name's Bev.",
    theme: "boundaries",
    tags: ["need", "law"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-8",
    source: "04-cwm-hesgin",
    words:
      "Our housing system can't show someone the bin record without showing them the arrears as well, it's all or nothing, so in that case the answer really is no, and the lawyers are right.",
    theme: "data",
    tags: ["law", "legacy"],
    onBoard: true,
  },
  {
    key: "cwm-hesgin-9",
    source: "04-cwm-hesgin",
    words: "Give me and Bev the same screen and you can keep your strategy.",
    theme: null,
    tags: ["need"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-1",
    source: "05-bro-llechwen",
    words:
      "He's the only one of us who sees inside all six, and because he never says whose it was, everybody lets him in.",
    theme: "trust",
    tags: ["trust", "pilot"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-2",
    source: "05-bro-llechwen",
    words: "If you join a thing as the fourth you get the bill of a partner and the influence of a customer.",
    theme: "money",
    tags: ["governance", "money"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-3",
    source: "05-bro-llechwen",
    words: "I'll never find out whether saying no was judgement or vanity. They look identical from the inside.",
    theme: null,
    tags: ["leadership"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-4",
    source: "05-bro-llechwen",
    words:
      "The host always subsidises. They do it because the alternative is a conversation about money with people they like.",
    theme: "money",
    tags: ["money", "governance"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-5",
    source: "05-bro-llechwen",
    words:
      "You don't need new law. You need one chief executive to say out loud, before it goes wrong, 'that was my decision'.",
    theme: "data",
    tags: ["leadership", "law"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-6",
    source: "05-bro-llechwen",
    words:
      "If I waited for a Welsh writer in the room for every page, nothing would go out in either language. Translated in a week and right is better than written together and never.",
    theme: null,
    tags: ["translation", "capacity"],
    onBoard: false,
  },
  {
    key: "bro-llechwen-7",
    source: "05-bro-llechwen",
    words:
      "Our translated pages test as well as our English ones. It isn't when you do the Welsh, it's whether anyone checks it.",
    theme: "late",
    tags: ["translation", "skills"],
    onBoard: true,
  },
  {
    key: "bro-llechwen-8",
    source: "05-bro-llechwen",
    words:
      "Six councils can't each have a security architect, an accessibility specialist and a data engineer. Between us we could have one of each, and they'd have each other to talk to.",
    theme: "few",
    tags: ["skills", "capacity"],
    onBoard: true,
  },
  {
    key: "ystrad-ferddwyn-1",
    source: "06-ystrad-ferddwyn",
    words:
      "I read a comment in his code that said 'sorry, this is horrible', and I thought, that's someone I can work with.",
    theme: "trust",
    tags: ["trust", "pilot"],
    onBoard: true,
  },
  {
    key: "ystrad-ferddwyn-2",
    source: "06-ystrad-ferddwyn",
    words:
      "On paper I'm a team of one. With Pont I'm the twelfth man in a team of twelve, I just happen to sit in a different county.",
    theme: "few",
    tags: ["skills", "trust"],
    onBoard: true,
  },
  {
    key: "ystrad-ferddwyn-3",
    source: "06-ystrad-ferddwyn",
    words:
      "Every spring I keep the old PDF form warm, just in case, because nobody can tell me the money's coming before it comes.",
    theme: "money",
    tags: ["money", "capacity"],
    onBoard: true,
  },
  {
    key: "ystrad-ferddwyn-4",
    source: "06-ystrad-ferddwyn",
    words:
      "The code took me an afternoon. It's been switched off for two and a half years, waiting for someone to be sure.",
    theme: null,
    tags: ["law", "governance"],
    onBoard: false,
  },
  {
    key: "ystrad-ferddwyn-5",
    source: "06-ystrad-ferddwyn",
    words:
      "When you pay by the word you start leaving words out, and the ones you leave out of the Welsh are the ones that were being kind.",
    theme: "late",
    tags: ["translation", "money"],
    onBoard: true,
  },
  {
    key: "ystrad-ferddwyn-6",
    source: "06-ystrad-ferddwyn",
    words:
      "I don't mind being the only one. I mind that nobody'd know I was the only one until the day I wasn't there.",
    theme: "few",
    tags: ["capacity", "leadership"],
    onBoard: true,
  },
  {
    key: "caerhalwen-1",
    source: "07-caerhalwen",
    words:
      "I've been given a number of things to share before anyone's asked me what the problem is. Three. I'm shopping for three.",
    theme: null,
    tags: ["leadership", "governance"],
    onBoard: true,
  },
  {
    key: "caerhalwen-2",
    source: "07-caerhalwen",
    words: "What's left standing after every wave is the handful of things where two engineers liked each other.",
    theme: "trust",
    tags: ["trust", "legacy"],
    onBoard: true,
  },
  {
    key: "caerhalwen-3",
    source: "07-caerhalwen",
    words:
      "All of the real decisions are two phone calls, and none of them are in the minutes. If either of us left, the next person would think nothing had ever been decided.",
    theme: "trust",
    tags: ["governance", "trust"],
    onBoard: true,
  },
  {
    key: "caerhalwen-4",
    source: "07-caerhalwen",
    words:
      "There's an agreement, everyone agrees there's an agreement, and there's no copy of it anywhere that I've been able to find.",
    theme: "money",
    tags: ["governance", "money"],
    onBoard: true,
  },
  {
    key: "caerhalwen-5",
    source: "07-caerhalwen",
    words:
      "They priced it like a ferry. Cheap to get on, and you find out what it costs to get off when you're in the middle of the water.",
    theme: null,
    tags: ["supplier", "contract"],
    onBoard: false,
  },
  {
    key: "caerhalwen-6",
    source: "07-caerhalwen",
    words:
      "It says in the contract that we can't tell each other the price. Three public bodies, all of it public money, and we're not allowed to compare the bill.",
    theme: "contracts",
    tags: ["contract", "trust"],
    onBoard: true,
  },
  {
    key: "caerhalwen-7",
    source: "07-caerhalwen",
    words: "You can't pour Welsh into an English sentence with a hole in it. The hole's the wrong shape.",
    theme: "welsh",
    tags: ["welsh", "need"],
    onBoard: true,
  },
  {
    key: "caerhalwen-8",
    source: "07-caerhalwen",
    words:
      "Eighteen thousand pounds to take out a sentence that Lowri would have told them for nothing in the first week not to put in.",
    theme: "late",
    tags: ["money", "translation"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-1",
    source: "08-tenancy-registry",
    words:
      "We never had to be friends with anyone. There was a law with a date in it, and on the date all twenty-two of them were on the system.",
    theme: "trust",
    tags: ["governance", "leadership"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-2",
    source: "08-tenancy-registry",
    words: "The question is in the law. Not the need for the question, the actual question, with the spelling mistake.",
    theme: null,
    tags: ["law", "legacy"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-3",
    source: "08-tenancy-registry",
    words:
      "Nobody's ever asked me in January whether I'll exist in April. I've met people who run better services than ours who get asked it every year.",
    theme: "money",
    tags: ["money"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-4",
    source: "08-tenancy-registry",
    words:
      "The power to share is written in the Act, in plain words, and thirteen councils still wouldn't take our data, because it wasn't on their own form.",
    theme: "data",
    tags: ["law", "governance"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-5",
    source: "08-tenancy-registry",
    words:
      "I just turned my laptop round so that he could see the screen. That's the most useful thing I did that year, and I'm fairly sure I wasn't allowed to.",
    theme: "data",
    tags: ["need", "law"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-6",
    source: "08-tenancy-registry",
    words: "She'd already given all of it to the public sector once. She just hadn't given it to the right part.",
    theme: null,
    tags: ["need"],
    onBoard: false,
  },
  {
    key: "tenancy-registry-7",
    source: "08-tenancy-registry",
    words:
      "He said our Welsh version was in better Welsh than he'd ever spoken in his life, and he couldn't understand a word of it.",
    theme: "late",
    tags: ["translation", "welsh", "need"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-8",
    source: "08-tenancy-registry",
    words:
      "We wrote six pages at his kitchen table in both languages, and calls about those six pages have more or less stopped, in both languages.",
    theme: "welsh",
    tags: ["welsh", "need", "pilot"],
    onBoard: true,
  },
  {
    key: "tenancy-registry-9",
    source: "08-tenancy-registry",
    words:
      "The register exists to protect tenants and in eight years we haven't asked one tenant anything. I can say that in a meeting, everybody nods, and then we survey the landlords.",
    theme: "boundaries",
    tags: ["need", "leadership"],
    onBoard: true,
  },
  {
    key: "inland-waters-1",
    source: "09-inland-waters",
    words:
      "O'dd system dalu 'da nhw, o'dd angen un arnon ni, a wedodd e 'dewch mewn'. Dim ond wedyn ddaeth rhywun i ofyn a o'dd hawl 'da fe i weud 'ny.",
    theme: "trust",
    tags: ["trust", "pilot"],
    onBoard: true,
  },
  {
    key: "inland-waters-2",
    source: "09-inland-waters",
    words:
      "dyw e ddim ym mhapure neb. Os aiff Jamal i weithio rhywle arall fory, sa i'n gwbod pwy fydden i'n ffonio, a sa i'n credu bod e'n gwbod chwaith.",
    theme: "money",
    tags: ["money", "governance"],
    onBoard: true,
  },
  {
    key: "inland-waters-3",
    source: "09-inland-waters",
    words: "'Os yw e'n gweithio, paid â'i gyffwrdd e' yw'r strategaeth ddigidol, dim ots beth sy ar y clawr.",
    theme: null,
    tags: ["leadership", "legacy"],
    onBoard: true,
  },
  {
    key: "inland-waters-4",
    source: "09-inland-waters",
    words:
      "I filled in a data protection impact assessment for a lake. In the box for 'how will you inform the data subject', I put 'shout'.",
    theme: "data",
    tags: ["law"],
    onBoard: true,
  },
  {
    key: "inland-waters-5",
    source: "09-inland-waters",
    words:
      "There's a dog dead in it, to be blunt. A warning went out on a Friday as a PDF and the page was changed on the Tuesday.",
    theme: null,
    tags: ["need", "legacy"],
    onBoard: true,
  },
  {
    key: "inland-waters-6",
    source: "09-inland-waters",
    words:
      "There was no law in the way and no cost. The only thing between the warning and the sign was how we'd always done it.",
    theme: "data",
    tags: ["governance", "need"],
    onBoard: true,
  },
  {
    key: "inland-waters-7",
    source: "09-inland-waters",
    words:
      "O'dd blwch 'name' a blwch 'Welsh name', a cant a deugain o lynnoedd â'r un enw yn y ddau, heblaw'r rhai o'dd wedi cael un Saesneg wedi'i ddyfeisio i lenwi'r bwlch.",
    theme: "late",
    tags: ["welsh", "legacy"],
    onBoard: true,
  },
  {
    key: "inland-waters-8",
    source: "09-inland-waters",
    words:
      "Penderfyniad cronfa ddata o'dd e. Nid polisi iaith, nid cynghorwyr, jyst rhywun yn rhoi seren fach goch wrth ochr blwch.",
    theme: null,
    tags: ["welsh", "governance"],
    onBoard: false,
  },
  {
    key: "inland-waters-9",
    source: "09-inland-waters",
    words:
      "I've got one angler who emails me every Sunday with a list, and he's worth more to me than the whole annual survey.",
    theme: "boundaries",
    tags: ["need"],
    onBoard: true,
  },
  {
    key: "inland-waters-10",
    source: "09-inland-waters",
    words:
      "Mae digon o bobol i adeiladu pethe a digon o bobol i arwain pethe. Does neb yn cael 'i dalu i gydio'r pethe at 'i gilydd, felly ni'n 'i wneud e yn ein hamser cinio.",
    theme: "few",
    tags: ["skills", "governance"],
    onBoard: true,
  },
  {
    key: "craft-skills-1",
    source: "10-craft-skills",
    words:
      "If I'd asked permission the answer would have been a committee. So I did it as a favour, four times, and now there's a platform.",
    theme: "trust",
    tags: ["trust", "governance"],
    onBoard: true,
  },
  {
    key: "craft-skills-2",
    source: "10-craft-skills",
    words:
      "Since the letter there's a line in four budgets. It's a small line, but it's a line, and people treat you differently when you're a line.",
    theme: "money",
    tags: ["money", "pilot"],
    onBoard: true,
  },
  {
    key: "craft-skills-3",
    source: "10-craft-skills",
    words: "I judge a supplier on one thing: when they leave the room, do I know more than when they came in?",
    theme: "contracts",
    tags: ["supplier", "skills"],
    onBoard: true,
  },
  {
    key: "craft-skills-4",
    source: "10-craft-skills",
    words: "If the form can't hold the Welsh word then it can't hold the craft. The word is the skill, half the time.",
    theme: "welsh",
    tags: ["welsh"],
    onBoard: true,
  },
  {
    key: "craft-skills-5",
    source: "10-craft-skills",
    words:
      "We share the plumbing and none of the water. Nobody had to sign anything about data, because there isn't any in common.",
    theme: "data",
    tags: ["law", "pilot"],
    onBoard: true,
  },
  {
    key: "craft-skills-6",
    source: "10-craft-skills",
    words: "Nobody has ever asked me, in eleven years of appraisals, what I'd built that somebody else could use.",
    theme: null,
    tags: ["leadership", "governance"],
    onBoard: false,
  },
  {
    key: "meillion-1",
    source: "11-meillion",
    words: "To her it's Tuesday. To us it's five organisations and four passwords.",
    theme: "boundaries",
    tags: ["need"],
    onBoard: true,
  },
  {
    key: "meillion-2",
    source: "11-meillion",
    words:
      "Half the missed bins in that system are outside our front doors, and we can't join, because the agreement says 'local authorities' and nobody can remember why.",
    theme: "boundaries",
    tags: ["governance", "contract"],
    onBoard: true,
  },
  {
    key: "meillion-3",
    source: "11-meillion",
    words:
      "We set up a small company to own it, a third each. It was six dull months and a solicitor, and I haven't had one argument about money since.",
    theme: "money",
    tags: ["governance", "money"],
    onBoard: true,
  },
  {
    key: "meillion-4",
    source: "11-meillion",
    words:
      "The three chief executives couldn't stand each other, which is why the agreement's so good. Everything that could be argued about is written down.",
    theme: "trust",
    tags: ["governance", "leadership"],
    onBoard: true,
  },
  {
    key: "meillion-5",
    source: "11-meillion",
    words:
      "We can send it and they're allowed to have it, but there's nowhere in their system for it to go. So Graham drives round and looks through windows.",
    theme: "data",
    tags: ["legacy", "law"],
    onBoard: true,
  },
  {
    key: "meillion-6",
    source: "11-meillion",
    words:
      "Her Welsh calls are a minute and a half shorter than the English ones, because people say what's wrong with the boiler instead of what they think the English for it is.",
    theme: "welsh",
    tags: ["welsh", "need"],
    onBoard: true,
  },
  {
    key: "meillion-7",
    source: "11-meillion",
    words:
      "I was told there's no demand for Welsh in the product. I'm the customer, I was the one asking for it, and I was told there was no demand.",
    theme: "contracts",
    tags: ["supplier", "welsh"],
    onBoard: true,
  },
  {
    key: "survey-1-1",
    source: "survey-1",
    words: "The graduate has done more to join us up than the library system has.",
    theme: "few",
    tags: ["skills", "trust"],
    onBoard: true,
  },
  {
    key: "survey-1-2",
    source: "survey-1",
    words: "Let the people who do the work meet each other, without an agenda, twice a year. The rest follows.",
    theme: "trust",
    tags: ["trust"],
    onBoard: true,
  },
  {
    key: "survey-2-1",
    source: "survey-2",
    words: "We left when the supplier renewed with the lead council and forgot to tell the rest of us.",
    theme: "contracts",
    tags: ["contract", "money"],
    onBoard: true,
  },
  {
    key: "survey-2-2",
    source: "survey-2",
    words: "Everybody owned it at the launch and nobody owned it at the renewal.",
    theme: "money",
    tags: ["money"],
    onBoard: true,
  },
  {
    key: "survey-2-3",
    source: "survey-2",
    words: "Our Welsh is not translated because the person who writes it is the person who designs it.",
    theme: "welsh",
    tags: ["welsh", "skills"],
    onBoard: true,
  },
  {
    key: "survey-3-1",
    source: "survey-3",
    words: "Cawsom y patrymau drwy ofyn. Doedd neb yn gallu dweud wrthym pwy ddylai ddweud na, felly ddywedodd neb na.",
    theme: "trust",
    tags: ["trust", "pilot"],
    onBoard: true,
  },
  {
    key: "survey-3-2",
    source: "survey-3",
    words:
      "Mae'r Gymraeg yno o'r cychwyn am fod y tîm yn ei siarad dros ginio. Ni fyddai polisi wedi llwyddo i wneud hynny.",
    theme: "welsh",
    tags: ["welsh"],
    onBoard: true,
  },
  {
    key: "survey-4-1",
    source: "survey-4",
    words:
      "When a shared service goes down it is my residents who ring me and someone else's engineer who is at lunch.",
    theme: null,
    tags: ["need", "governance"],
    onBoard: false,
  },
  {
    key: "survey-4-2",
    source: "survey-4",
    words:
      "I know that it should be earlier. The translation budget sits in another department and opens when the project closes.",
    theme: "late",
    tags: ["translation", "money"],
    onBoard: true,
  },
  {
    key: "survey-5-1",
    source: "survey-5",
    words: "We pay half and they own it, or they pay half and we own it. It depends which of us is writing the report.",
    theme: "money",
    tags: ["governance", "capacity"],
    onBoard: true,
  },
  {
    key: "survey-5-2",
    source: "survey-5",
    words: "A bank of people we could borrow for a month: a researcher, a security tester, a Welsh content designer.",
    theme: "few",
    tags: ["capacity", "skills"],
    onBoard: true,
  },
  {
    key: "survey-6-1",
    source: "survey-6",
    words: "Fi yw'r cam olaf cyn cyhoeddi. Os wyf i ar wyliau, mae'r Gymraeg ar wyliau hefyd.",
    theme: "late",
    tags: ["translation", "welsh"],
    onBoard: true,
  },
  {
    key: "survey-7-1",
    source: "survey-7",
    words:
      "A chief executive who signs the risk before the event. I have drafted the letter. I have been drafting it for two years.",
    theme: "data",
    tags: ["law", "leadership"],
    onBoard: true,
  },
  {
    key: "survey-8-1",
    source: "survey-8",
    words: "It was set up in an afternoon and papered in a week, and in that order.",
    theme: "trust",
    tags: ["trust", "governance"],
    onBoard: true,
  },
  {
    key: "survey-8-2",
    source: "survey-8",
    words: "The argument is the work.",
    theme: "welsh",
    tags: ["welsh", "translation"],
    onBoard: true,
  },
  {
    key: "survey-9-1",
    source: "survey-9",
    words: "We have one translator for two days a week and the car parks are not her first concern.",
    theme: null,
    tags: ["translation", "capacity"],
    onBoard: false,
  },
  {
    key: "survey-9-2",
    source: "survey-9",
    words:
      "If a path is closed we tell the council by ringing a man called Steffan. He puts it on their site. I would like a better system than Steffan, although he is very good.",
    theme: "data",
    tags: ["need", "governance"],
    onBoard: true,
  },
];
