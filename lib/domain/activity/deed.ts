/**
 * What an event was, in terms that a sentence can be made of. One entry for every kind of command.
 *
 * Told from the changes alone, as this reader may see them: what is hidden from them is neither told nor counted.
 * Rules: docs/spec/activity.md, AC1 to AC3.
 */
import { LIMITS, THRESHOLDS } from "../disclosure/threshold.ts";
import type { Command, Internal } from "../study/command.ts";
import type { Change, Put } from "../study/change.ts";
import type { Noun } from "../study/rows.ts";
import { after, idIn, Seen, wayOf } from "./seen.ts";
import type { Tally, Way } from "./seen.ts";
import type { Deed, Ref } from "./shape.ts";

type Kind = Exclude<Command["kind"], "undo" | "redo"> | Internal["kind"];
type Teller = (seen: Seen) => Deed;

/**
 * Tells a deed; null for a kind that this version does not know, and where there is nothing to tell.
 *
 * @param changes - those that the command made; of an undo, those of the event that it took back
 * @param tally - of all changes, where these are only the first of them
 */
export function deedOf(kind: string, changes: readonly Change[], tally: Tally | null = null): Deed | null {
  if (changes.length === 0 || !isKind(kind)) return null;
  return TELLERS[kind](new Seen(changes, tally));
}

function isKind(kind: string): kind is Kind {
  return kind in TELLERS;
}

const NOTHING: Omit<Deed, "say"> = {
  noun: null,
  count: 0,
  one: null,
  place: null,
  others: [],
  amount: null,
  was: null,
  now: null,
  word: null,
};

const ref = (noun: Noun | null, id: string | null, up: Ref["up"] = null): Ref | null =>
  id === null ? null : { noun, id, up };
const refOf = (put: Put | null, up: Ref["up"] = null): Ref | null => (put ? ref(put.noun, put.id, up) : null);
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** So many of a noun, and which one where it is one. */
function counted(seen: Seen, noun: Noun, way: Way): Pick<Deed, "noun" | "count" | "one"> {
  const count = seen.count(noun, way);
  return { noun, count, one: count === 1 ? refOf(seen.first(noun, way)) : null };
}

/** The same of a list that was picked from the changes. */
function listed(noun: Noun, ids: readonly string[]): Pick<Deed, "noun" | "count" | "one"> {
  const distinct = [...new Set(ids)];
  return { noun, count: distinct.length, one: distinct.length === 1 ? ref(noun, distinct[0] ?? null) : null };
}

const simple =
  (say: string, noun: Noun, way: Way): Teller =>
  (seen) => ({ ...NOTHING, say, ...counted(seen, noun, way) });

const add = (noun: Noun) => simple("added", noun, "made");
const make = (noun: Noun) => simple("made", noun, "made");
const write = (noun: Noun) => simple("wrote", noun, "made");
const change = (noun: Noun) => simple("changed", noun, "set");
const remove = (noun: Noun) => simple("removed", noun, "gone");
const order = (noun: Noun) => simple("ordered", noun, "set");

/** The one place that all these were brought to; undefined where there are several, or none is spoken of. */
function sole(puts: readonly Put[], field: string): string | null | undefined {
  const places = new Set(puts.flatMap((put) => (field in put.after ? [text(put.after[field])] : [])));
  return places.size === 1 ? [...places][0] : undefined;
}

function studySet(seen: Seen): Deed {
  const put = seen.first("study");
  const kept = after(put, "keptUntil");
  if (kept !== undefined) return { ...NOTHING, say: kept === null ? "keptOpen" : "keptUntil", word: text(kept) };
  const flag = (field: string, on: string, off: string) =>
    typeof after(put, field) === "boolean" ? (after(put, field) === true ? on : off) : null;
  const say = flag("archived", "archived", "unarchived") ?? flag("trashed", "trashed", "untrashed") ?? "studyLang";
  return { ...NOTHING, say, word: text(after(put, "lang")) };
}

function wordingSet(seen: Seen): Deed {
  const put = seen.first("wording");
  const [subject = "", field = ""] = put?.id.split("/") ?? [];
  const was = text(put?.before?.["phrase"]);
  const now = put && wayOf(put) !== "gone" ? text(put.after["phrase"]) : null;
  const about = { ...NOTHING, count: 1, one: ref(null, subject), was, now, word: field };
  if (field === "name" && now !== null) return { ...about, say: was === null ? "named" : "renamed" };
  return { ...about, say: now === null ? "emptied" : was === null ? "worded" : "reworded" };
}

function memberSet(seen: Seen): Deed {
  const put = seen.first("member");
  const gone = put !== null && wayOf(put) === "gone";
  return {
    ...NOTHING,
    say: gone ? "memberGone" : "memberSet",
    noun: "member",
    count: 1,
    one: refOf(put),
    word: gone ? null : text(after(put, "role")),
  };
}

function guideAsk(seen: Seen): Deed {
  const on = seen.count("guideQuestion", "made") > 0;
  const puts = seen.of("guideQuestion");
  const [guide = ""] = puts[0]?.id.split("/") ?? [];
  const ids = puts.map(({ id }) => id.split("/")[1] ?? "");
  return { ...NOTHING, say: on ? "asked" : "unasked", ...listed("question", ids), place: ref("guide", guide) };
}

function speakerSet(seen: Seen): Deed {
  return { ...NOTHING, say: "speaker", count: 1, place: refOf(seen.first("speaker"), "source") };
}

function sourcesRead(seen: Seen): Deed {
  const taken = seen.of("readThrough", "gone");
  const put = [...seen.of("readThrough", "made"), ...seen.of("readThrough", "set")];
  const ids = (taken.length > 0 ? taken : put).map(({ id }) => id);
  return { ...NOTHING, say: taken.length > 0 ? "unreadThrough" : "readThrough", ...listed("source", ids) };
}

function sourceRevise(seen: Seen): Deed {
  const put = seen.first("source") ?? seen.first("correction");
  const source = put?.noun === "correction" ? idIn(put, "source") : (put?.id ?? null);
  return { ...NOTHING, say: "corrected", noun: "source", count: 1, one: ref("source", source) };
}

function passagesLay(seen: Seen): Deed {
  const put = seen.first("passage");
  const source = idIn(put, "source");
  return { ...NOTHING, say: "passages", count: 1, place: source ? ref("source", source) : refOf(put, "source") };
}

function quoteMake(seen: Seen): Deed {
  const source = idIn(seen.first("quote"), "source");
  return { ...NOTHING, say: "quoted", ...counted(seen, "quote", "made"), place: ref("source", source) };
}

function quoteTag(seen: Seen): Deed {
  const on = seen.of("tagging", "made");
  const off = seen.of("tagging", "gone");
  const say = off.length === 0 ? "tagged" : on.length === 0 ? "untagged" : "retagged";
  const all = [...on, ...off].map(({ id }) => id.split("/"));
  const tags = new Set((say === "untagged" ? off : on).map(({ id }) => id.split("/")[1] ?? ""));
  return {
    ...NOTHING,
    say,
    ...listed(
      "quote",
      all.map(([quote = ""]) => quote),
    ),
    others: [...tags].slice(0, 20).flatMap((id) => ref("tag", id) ?? []),
  };
}

function quotesOfAnchors(say: string): Teller {
  return (seen) => ({
    ...NOTHING,
    say,
    ...listed(
      "quote",
      seen.of("anchor").map(({ id }) => id.slice(0, 36)),
    ),
  });
}

function tagSet(seen: Seen): Deed {
  const put = seen.first("tag");
  return { ...NOTHING, say: after(put, "hue") === undefined ? "exampled" : "coloured", ...counted(seen, "tag", "set") };
}

/** Themes or tags that were put into another, onto the open board or to the top, or only into another order. */
function nested(noun: "tag" | "theme"): Teller {
  return (seen) => {
    const moved = seen.of(noun, "set").filter((put) => "parent" in put.after);
    if (moved.length === 0) return order(noun)(seen);
    const parent = sole(moved, "parent");
    const all = listed(
      noun,
      moved.map(({ id }) => id),
    );
    return parent ? { ...NOTHING, say: "into", ...all, place: ref(noun, parent) } : { ...NOTHING, say: "top", ...all };
  };
}

function tagMerge(seen: Seen): Deed {
  const steps = seen.of("tagStep");
  const from = steps.flatMap((step) => idIn(step, "from") ?? []);
  return { ...NOTHING, say: "merged", ...listed("tag", from), place: ref("tag", idIn(steps[0] ?? null, "into")) };
}

function tagSplit(seen: Seen): Deed {
  const step = seen.first("tagStep");
  const quotes = Number(after(step, "quotes") ?? step?.before?.["quotes"] ?? 0);
  return {
    ...NOTHING,
    say: "split",
    noun: "tag",
    count: 1,
    one: ref("tag", idIn(step, "from")),
    place: ref("tag", idIn(step, "into")),
    amount: { noun: "quote", count: quotes },
  };
}

function tagsBring(seen: Seen): Deed {
  const ids = [...seen.of("tag").map(({ id }) => id), ...seen.of("wording").map(({ id }) => id.slice(0, 36))];
  const count = Math.max(new Set(ids).size, seen.count("tag", "made"));
  return { ...NOTHING, say: "brought", noun: "tag", count, one: null };
}

function projectBring(seen: Seen): Deed {
  const quotes = seen.count("quote", "made");
  const amount = quotes > 0 ? { noun: "quote" as const, count: quotes } : null;
  const noun = (["source", "tag", "board", "insight", "memo"] as const).find((one) => seen.count(one, "made") > 0);
  const told = noun ? { noun, count: seen.count(noun, "made"), one: null } : {};
  return { ...NOTHING, say: amount ? "projectWith" : "project", ...told, amount };
}

function memoWrite(seen: Seen): Deed {
  const put = seen.first("memo");
  const parent = idIn(put, "parent");
  const subject = idIn(put, "subject")?.slice(0, 36) ?? null;
  return {
    ...NOTHING,
    say: parent === null ? "memo" : "answered",
    noun: "memo",
    count: 1,
    one: refOf(put),
    place: ref(null, subject),
  };
}

function summaryMake(seen: Seen): Deed {
  const put = seen.first("summary");
  const whose = idIn(put, "participant") ?? idIn(put, "organisation");
  return {
    ...NOTHING,
    say: "summary",
    noun: "summary",
    count: 1,
    one: ref(null, whose),
    place: ref("theme", idIn(put, "theme")),
  };
}

function memoResolve(seen: Seen): Deed {
  const put = seen.first("memo");
  return {
    ...NOTHING,
    say: after(put, "resolved") === true ? "settled" : "reopened",
    ...counted(seen, "memo", "set"),
  };
}

function boardCopy(seen: Seen): Deed {
  const put = seen.first("board");
  return {
    ...NOTHING,
    say: idIn(put, "owner") === null ? "copied" : "copiedAlone",
    noun: "board",
    count: 1,
    one: refOf(put),
    place: ref("board", idIn(put, "origin")),
  };
}

function boardShare(seen: Seen): Deed {
  return { ...NOTHING, say: "shared", noun: "board", count: 1, one: refOf(seen.first("board")) };
}

function boardTidy(seen: Seen): Deed {
  const [shift] = seen.shifts;
  const put = seen.first("theme") ?? seen.first("card");
  const place = shift ? ref("board", shift.board) : refOf(put, "board");
  return { ...NOTHING, say: "tidied", count: 1, place };
}

function boardAnalyse(seen: Seen): Deed {
  const put = seen.of("board").find((one) => one.after["analysis"] === true) ?? null;
  return { ...NOTHING, say: "analysed", noun: "board", count: 1, one: refOf(put) };
}

function cardsAdd(seen: Seen): Deed {
  const cards = seen.of("card", "made");
  const theme = sole(cards, "theme");
  const board = ref("board", idIn(cards[0] ?? null, "board"));
  return { ...NOTHING, say: "laid", ...counted(seen, "card", "made"), place: theme ? ref("theme", theme) : board };
}

function cardsGroup(seen: Seen): Deed {
  if (seen.count("theme", "made") === 0) return cardsAdd(seen);
  const amount = { noun: "card" as const, count: seen.count("card", "made") };
  return { ...NOTHING, say: "grouped", ...counted(seen, "theme", "made"), amount };
}

function cardsPlace(seen: Seen): Deed {
  const moved = seen.of("card", "set").filter((put) => "theme" in put.after);
  if (moved.length === 0) {
    const still = seen.of("card", "set").every((put) => !("x" in put.after) && !("y" in put.after));
    const place = refOf(seen.first("card"), "board");
    return { ...NOTHING, say: still ? "ordered" : "shifted", ...counted(seen, "card", "set"), place };
  }
  const all = listed(
    "card",
    moved.map(({ id }) => id),
  );
  const theme = sole(moved, "theme");
  if (theme) return { ...NOTHING, say: "moved", ...all, place: ref("theme", theme) };
  return { ...NOTHING, say: theme === null ? "loosened" : "movedAbout", ...all };
}

function cardsSet(seen: Seen): Deed {
  const sized = seen.of("card", "set").filter((put) => "size" in put.after);
  return {
    ...NOTHING,
    say: "sized",
    ...listed(
      "card",
      sized.map(({ id }) => id),
    ),
    word: text(after(sized[0] ?? null, "size")),
  };
}

function cardsRemove(seen: Seen): Deed {
  const place = refOf(seen.first("card"), "board");
  return { ...NOTHING, say: "unlaid", ...counted(seen, "card", "gone"), place };
}

function themeMake(seen: Seen): Deed {
  const count = seen.count("card", "set");
  const amount = count > 0 ? { noun: "card" as const, count } : null;
  return { ...NOTHING, say: amount ? "madeWith" : "made", ...counted(seen, "theme", "made"), amount };
}

function themeSet(seen: Seen): Deed {
  const put = seen.first("theme");
  const one = { noun: "theme" as const, count: 1, one: refOf(put) };
  const flag = (field: string, on: string, off: string) =>
    typeof after(put, field) === "boolean" ? (after(put, field) === true ? on : off) : null;
  if (typeof after(put, "status") === "string")
    return { ...NOTHING, say: "status", ...one, word: text(after(put, "status")) };
  const say =
    flag("locked", "locked", "unlocked") ??
    flag("collapsed", "piled", "unpiled") ??
    (after(put, "hue") === undefined ? "resized" : "coloured");
  return { ...NOTHING, say, ...one };
}

function themeShift(seen: Seen): Deed {
  const [shift] = seen.shifts;
  const moved = seen.of("theme", "set").filter((put) => "parent" in put.after);
  const theme = moved[0]?.id ?? shift?.themes[0] ?? seen.first("theme")?.id ?? null;
  const one = { noun: "theme" as const, count: 1, one: ref("theme", theme) };
  if (moved.length === 0) {
    const place = shift ? ref("board", shift.board) : ref("theme", theme, "board");
    return { ...NOTHING, say: "shifted", ...one, place };
  }
  const parent = sole(moved, "parent");
  return parent ? { ...NOTHING, say: "into", ...one, place: ref("theme", parent) } : { ...NOTHING, say: "top", ...one };
}

function themeMerge(seen: Seen): Deed {
  const gone = seen.of("theme", "gone");
  const into =
    sole(seen.of("card", "set"), "theme") ??
    sole(seen.of("theme", "set"), "parent") ??
    seen.first("findingTheme", "made")?.id.split("/")[1] ??
    seen.first("theme", "set")?.id ??
    null;
  const all = listed(
    "theme",
    gone.map(({ id }) => id),
  );
  return { ...NOTHING, say: into === null ? "removed" : "merged", ...all, place: ref("theme", into) };
}

function themeArrange(seen: Seen): Deed {
  const put = seen.first("theme");
  const one = put ? refOf(put) : refOf(seen.first("card"), "theme");
  return { ...NOTHING, say: "arranged", noun: "theme", count: 1, one };
}

function voting(say: string): Teller {
  return (seen) => ({ ...NOTHING, say, count: 1, place: refOf(seen.of("voting").at(-1) ?? null, "board") });
}

function voteSet(seen: Seen): Deed {
  const put = seen.first("vote");
  const amount = { noun: "vote" as const, count: Number(after(put, "dots") ?? 0) };
  return { ...NOTHING, say: "dots", count: 1, place: ref("card", put?.id.split("/")[1] ?? null), amount };
}

function findingSet(seen: Seen): Deed {
  const status = text(after(seen.first("finding"), "status"));
  return { ...NOTHING, say: "findingStatus", ...counted(seen, "finding", "set"), word: status };
}

function findingTheme(seen: Seen): Deed {
  const put = seen.first("findingTheme");
  const [finding = null, theme = null] = put?.id.split("/") ?? [];
  const say = put && wayOf(put) === "gone" ? "unthemed" : "themed";
  return { ...NOTHING, say, noun: "finding", count: 1, one: ref("finding", finding), place: ref("theme", theme) };
}

function findingCite(seen: Seen): Deed {
  const puts = seen.of("evidence");
  const gone = puts.every((put) => wayOf(put) === "gone");
  const all = listed(
    "quote",
    puts.map(({ id }) => id.split("/")[1] ?? ""),
  );
  const place = ref("finding", puts[0]?.id.split("/")[0] ?? null);
  const word = puts.map((put) => text(after(put, "stance"))).find((stance) => stance !== null) ?? "supports";
  return { ...NOTHING, say: gone ? "uncited" : "cited", ...all, place, word: gone ? null : word };
}

function evidencePlace(seen: Seen): Deed {
  const [finding, quote] = seen.first("evidence")?.id.split("/") ?? [];
  return evidenceDeed("evidenceOrdered", quote, finding);
}

function evidenceEdit(seen: Seen): Deed {
  const [quote, finding] = seen.first("edit")?.id.split("/") ?? [];
  return evidenceDeed(seen.of("edit").every((one) => wayOf(one) === "gone") ? "published" : "edited", quote, finding);
}

function evidenceTranslate(seen: Seen): Deed {
  const put = seen.first("translation");
  const [quote, finding] = put?.id.split("/") ?? [];
  return evidenceDeed(put && wayOf(put) === "gone" ? "untranslated" : "translated", quote, finding);
}

function evidenceDeed(say: string, quote: string | null = null, finding: string | null = null): Deed {
  return { ...NOTHING, say, noun: "quote", count: 1, one: ref("quote", quote), place: ref("finding", finding) };
}

function identifierSet(seen: Seen): Deed {
  const put = seen.first("identifier");
  return { ...NOTHING, say: "taken", ...counted(seen, "identifier", "set"), word: text(after(put, "thing")) };
}

function identifiersAdd(seen: Seen): Deed {
  const word = text(after(seen.first("identifier"), "decision")) ?? "open";
  return { ...NOTHING, say: "judged", ...counted(seen, "identifier", "made"), word };
}

function identifierDecide(seen: Seen): Deed {
  const put = seen.first("identifier");
  const undone = put !== null && wayOf(put) === "gone";
  // What is not spoken of stays as it was: then only the words that stand for it were changed.
  const word = undone
    ? "open"
    : after(put, "decision") === undefined
      ? "words"
      : (text(after(put, "decision")) ?? "open");
  return { ...NOTHING, say: "decided", count: 1, one: ref(null, put?.id ?? null), word };
}

function disclosureSet(seen: Seen): Deed {
  const put = seen.first("disclosure");
  const word = LIMITS.map((limit) => String(after(put, limit) ?? THRESHOLDS[limit])).join(" · ");
  return { ...NOTHING, say: after(put, "reason") ? "limitsLower" : "limits", count: 1, word };
}

function disclosureAccept(seen: Seen): Deed {
  const put = seen.first("acceptance");
  const say = put && wayOf(put) === "gone" ? "classUnaccepted" : "classAccepted";
  return { ...NOTHING, say, count: 1, word: put?.id ?? null };
}

function riskSign(seen: Seen): Deed {
  const put = seen.first("signature");
  return {
    ...NOTHING,
    say: put && wayOf(put) === "gone" ? "riskUnsigned" : "riskSigned",
    count: 1,
    word: put?.id ?? null,
  };
}

/** How often somebody was right is told on the page of the report, to owners. */
function riskGuessed(seen: Seen): Deed {
  const shown = Number(after(seen.first("guess"), "shown") ?? 0);
  return { ...NOTHING, say: "riskGuessed", noun: "quote", count: shown };
}

function identifierSecond(seen: Seen): Deed {
  const put = seen.first("identifier");
  const count = seen.count("identifier", "set");
  const say = text(after(put, "second")) === null ? "unseconded" : "seconded";
  return { ...NOTHING, say, noun: "identifier", count, one: count === 1 ? ref(null, put?.id ?? null) : null };
}

/** Whom it means is not told, only where it stands: the log is for everybody. */
function mentionDecide(seen: Seen): Deed {
  const put = seen.first("mention");
  const undone = put !== null && wayOf(put) === "gone";
  const word = undone ? "open" : (text(after(put, "decision")) ?? "words");
  const place = ref("source", idIn(put, "source"));
  return { ...NOTHING, say: place ? "otherwise" : "otherwiseAnew", count: 1, place, word };
}

function mentionSecond(seen: Seen): Deed {
  const say = text(after(seen.first("mention"), "second")) === null ? "otherwiseUnseconded" : "otherwiseSeconded";
  return { ...NOTHING, say, count: seen.count("mention", "set") };
}

const TELLERS: { readonly [K in Kind]: Teller } = {
  "study.found": () => ({ ...NOTHING, say: "founded" }),
  "study.set": studySet,
  "wording.set": wordingSet,
  "member.set": memberSet,
  "organisation.add": add("organisation"),
  "organisation.set": change("organisation"),
  "organisation.remove": remove("organisation"),
  "participant.add": add("participant"),
  "participant.set": change("participant"),
  "participant.remove": remove("participant"),
  "participant.withdraw": simple("withdrew", "participant", "set"),
  "participant.erased": simple("erased", "participant", "set"),
  "question.add": add("question"),
  "question.place": order("question"),
  "question.remove": remove("question"),
  "guide.add": add("guide"),
  "guide.set": change("guide"),
  "guide.remove": remove("guide"),
  "guide.ask": guideAsk,
  "source.publish": add("source"),
  "project.bring": projectBring,
  "source.set": change("source"),
  "source.remove": remove("source"),
  "speaker.set": speakerSet,
  "sources.read": sourcesRead,
  "source.revise": sourceRevise,
  "passages.lay": passagesLay,
  "quote.make": quoteMake,
  "quote.remove": remove("quote"),
  "quote.tag": quoteTag,
  "quote.accept": quotesOfAnchors("accepted"),
  "quote.place": quotesOfAnchors("replaced"),
  "tag.add": make("tag"),
  "tag.set": tagSet,
  "tag.remove": remove("tag"),
  "tags.nest": nested("tag"),
  "tags.remove": remove("tag"),
  "tag.merge": tagMerge,
  "tag.split": tagSplit,
  "tags.bring": tagsBring,
  "insight.write": write("insight"),
  "insights.write": write("insight"),
  "memo.write": memoWrite,
  "memo.resolve": memoResolve,
  "memo.remove": remove("memo"),
  "board.add": make("board"),
  "board.copy": boardCopy,
  "board.share": boardShare,
  "board.tidy": boardTidy,
  "board.analyse": boardAnalyse,
  "board.remove": remove("board"),
  "cards.add": cardsAdd,
  "cards.group": cardsGroup,
  "cards.place": cardsPlace,
  "cards.set": cardsSet,
  "cards.remove": cardsRemove,
  "theme.make": themeMake,
  "theme.set": themeSet,
  "theme.shift": themeShift,
  "theme.nest": nested("theme"),
  "theme.merge": themeMerge,
  "theme.arrange": themeArrange,
  "theme.remove": remove("theme"),
  "voting.start": voting("voteBegun"),
  "voting.reveal": voting("voteShown"),
  "voting.end": voting("voteEnded"),
  "vote.set": voteSet,
  "finding.add": write("finding"),
  "finding.set": findingSet,
  "finding.place": order("finding"),
  "finding.theme": findingTheme,
  "finding.cite": findingCite,
  "finding.remove": remove("finding"),
  "evidence.place": evidencePlace,
  "evidence.edit": evidenceEdit,
  "evidence.translate": evidenceTranslate,
  "identifier.add": simple("listed", "identifier", "made"),
  "identifier.set": identifierSet,
  "identifiers.add": identifiersAdd,
  "identifier.remove": simple("unlisted", "identifier", "gone"),
  "identifier.decide": identifierDecide,
  "identifier.second": identifierSecond,
  "mention.decide": mentionDecide,
  "mention.second": mentionSecond,
  "summary.make": summaryMake,
  "disclosure.set": disclosureSet,
  "disclosure.accept": disclosureAccept,
  "risk.sign": riskSign,
  "risk.guessed": riskGuessed,
};
