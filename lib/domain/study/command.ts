/**
 * Every command that a person may give, and the one `decide` that the browser and the server share.
 *
 * `undo` and `redo` are commands too, but what they change stands in the event that they take back,
 * so the server alone decides them (see undo.ts).
 */
import * as z from "zod";
import { boardCopy, boardShare } from "../board/copy.ts";
import * as boards from "../board/decide.ts";
import { cardsGroup } from "../board/group.ts";
import { themeMerge } from "../board/merge.ts";
import { boardTidy, themeArrange } from "../board/tidy.ts";
import * as board from "../board/word.ts";
import * as corrections from "../correction/decide.ts";
import * as correction from "../correction/word.ts";
import { disclosureAccept, disclosureSet } from "../disclosure/decide.ts";
import { DisclosureAccept, DisclosureSet } from "../disclosure/word.ts";
import * as findings from "../finding/decide.ts";
import * as finding from "../finding/word.ts";
import { riskGuessed } from "../guess/decide.ts";
import * as guides from "../guide/decide.ts";
import * as guide from "../guide/word.ts";
import * as identifiers from "../identifier/decide.ts";
import * as identifier from "../identifier/word.ts";
import { insightsWrite, insightWrite } from "../insight/decide.ts";
import { InsightsWrite, InsightWrite } from "../insight/word.ts";
import { memberSet } from "../member/decide.ts";
import { MemberSet } from "../member/word.ts";
import type { Capability } from "../member/shape.ts";
import * as memos from "../memo/decide.ts";
import * as memo from "../memo/word.ts";
import { mentionDecide, mentionSecond } from "../mention/decide.ts";
import { MentionDecide, MentionSecond } from "../mention/word.ts";
import * as organisations from "../organisation/decide.ts";
import * as organisation from "../organisation/word.ts";
import * as participants from "../participant/decide.ts";
import { participantErased, participantWithdraw } from "../participant/withdraw.ts";
import * as participant from "../participant/word.ts";
import { passagesLay } from "../passage/decide.ts";
import { projectBring } from "../project/bring.ts";
import { PassagesLay } from "../passage/word.ts";
import * as quotes from "../quote/decide.ts";
import * as quote from "../quote/word.ts";
import type { Result } from "../result.ts";
import { riskSign } from "../signature/decide.ts";
import { RiskSign } from "../signature/word.ts";
import * as sources from "../source/decide.ts";
import { SourcesRead, sourcesRead } from "../source/read-through.ts";
import * as source from "../source/word.ts";
import { tagsBring } from "../tag/bring.ts";
import { summaryMake } from "../summary/decide.ts";
import { SummaryMake } from "../summary/word.ts";
import * as tags from "../tag/decide.ts";
import { tagMerge } from "../tag/merge.ts";
import { tagSplit } from "../tag/split.ts";
import * as tag from "../tag/word.ts";
import * as votes from "../vote/decide.ts";
import * as vote from "../vote/word.ts";
import { wordingSet } from "../wording/decide.ts";
import { WordingSet } from "../wording/word.ts";
import type { Change } from "./change.ts";
import type { Fault } from "./fault.ts";
import { studyFound, studySet } from "./found.ts";
import type { Need, Rule, Who } from "./rule.ts";
import type { View } from "./rows.ts";
import type { RiskGuessed } from "../guess/word.ts";
import type { ParticipantErased } from "../participant/word.ts";
import type { ProjectBring } from "../project/word.ts";
import type { StudyFound } from "./word.ts";
import { Redo, StudySet, Undo } from "./word.ts";

/** Commands whose changes follow from what they say and what the rows are. */
export const Plain = z.discriminatedUnion("kind", [
  StudySet,
  WordingSet,
  MemberSet,
  organisation.OrganisationAdd,
  organisation.OrganisationSet,
  organisation.OrganisationRemove,
  participant.ParticipantAdd,
  participant.ParticipantSet,
  participant.ParticipantRemove,
  participant.ParticipantWithdraw,
  guide.QuestionAdd,
  guide.QuestionPlace,
  guide.QuestionRemove,
  guide.GuideAdd,
  guide.GuideSet,
  guide.GuideRemove,
  guide.GuideAsk,
  source.SourcePublish,
  source.SourceSet,
  source.SourceRemove,
  SourcesRead,
  source.SpeakerSet,
  correction.SourceRevise,
  PassagesLay,
  quote.QuoteMake,
  quote.QuoteRemove,
  quote.QuoteTag,
  correction.QuoteAccept,
  correction.QuotePlace,
  tag.TagAdd,
  tag.TagSet,
  tag.TagRemove,
  tag.TagsNest,
  tag.TagsRemove,
  tag.TagMerge,
  tag.TagSplit,
  tag.TagsBring,
  InsightWrite,
  InsightsWrite,
  memo.MemoWrite,
  memo.MemoResolve,
  memo.MemoRemove,
  board.BoardAdd,
  board.BoardCopy,
  board.BoardShare,
  board.BoardTidy,
  board.BoardAnalyse,
  board.BoardRemove,
  board.CardsAdd,
  board.CardsGroup,
  board.CardsPlace,
  board.CardsSet,
  board.CardsRemove,
  board.ThemeMake,
  board.ThemeSet,
  board.ThemeShift,
  board.ThemeNest,
  board.ThemeMerge,
  board.ThemeArrange,
  board.ThemeRemove,
  vote.VotingStart,
  vote.VotingReveal,
  vote.VotingEnd,
  vote.VoteSet,
  finding.FindingAdd,
  finding.FindingSet,
  finding.FindingPlace,
  finding.FindingTheme,
  finding.FindingCite,
  finding.FindingRemove,
  finding.EvidencePlace,
  finding.EvidenceEdit,
  finding.EvidenceTranslate,
  identifier.IdentifierAdd,
  identifier.IdentifierSet,
  identifier.IdentifiersAdd,
  identifier.IdentifierRemove,
  identifier.IdentifierDecide,
  identifier.IdentifierSecond,
  MentionDecide,
  MentionSecond,
  SummaryMake,
  DisclosureSet,
  DisclosureAccept,
  RiskSign,
]);
export type Plain = z.infer<typeof Plain>;

/** What a browser may send. */
export const Command = z.union([Plain, Undo, Redo]);
export type Command = z.infer<typeof Command>;

/** What the server alone may say: a study's beginning, that somebody's words have been erased, what a project brings in, what came of guessing. */
export type Internal =
  | z.infer<typeof StudyFound>
  | z.infer<typeof ParticipantErased>
  | z.infer<typeof RiskGuessed>
  | ProjectBring;

type Kind = (Plain | Internal)["kind"];
type Of<K extends Kind> = Extract<Plain | Internal, { kind: K }>;

const RULES: { readonly [K in Kind]: Rule<Of<K>> } = {
  "study.found": studyFound,
  "study.set": studySet,
  "wording.set": wordingSet,
  "member.set": memberSet,
  "organisation.add": organisations.organisationAdd,
  "organisation.set": organisations.organisationSet,
  "organisation.remove": organisations.organisationRemove,
  "participant.add": participants.participantAdd,
  "participant.set": participants.participantSet,
  "participant.remove": participants.participantRemove,
  "participant.withdraw": participantWithdraw,
  "participant.erased": participantErased,
  "question.add": guides.questionAdd,
  "question.place": guides.questionPlace,
  "question.remove": guides.questionRemove,
  "guide.add": guides.guideAdd,
  "guide.set": guides.guideSet,
  "guide.remove": guides.guideRemove,
  "guide.ask": guides.guideAsk,
  "source.publish": sources.sourcePublish,
  "source.set": sources.sourceSet,
  "source.remove": sources.sourceRemove,
  "sources.read": sourcesRead,
  "speaker.set": sources.speakerSet,
  "project.bring": projectBring,
  "source.revise": corrections.sourceRevise,
  "passages.lay": passagesLay,
  "quote.make": quotes.quoteMake,
  "quote.remove": quotes.quoteRemove,
  "quote.tag": quotes.quoteTag,
  "quote.accept": corrections.quoteAccept,
  "quote.place": corrections.quotePlace,
  "tag.add": tags.tagAdd,
  "tag.set": tags.tagSet,
  "tag.remove": tags.tagRemove,
  "tags.nest": tags.tagsNest,
  "tags.remove": tags.tagsRemove,
  "tag.merge": tagMerge,
  "tag.split": tagSplit,
  "tags.bring": tagsBring,
  "insight.write": insightWrite,
  "insights.write": insightsWrite,
  "memo.write": memos.memoWrite,
  "memo.resolve": memos.memoResolve,
  "memo.remove": memos.memoRemove,
  "board.add": boards.boardAdd,
  "board.copy": boardCopy,
  "board.share": boardShare,
  "board.tidy": boardTidy,
  "board.analyse": boards.boardAnalyse,
  "board.remove": boards.boardRemove,
  "cards.add": boards.cardsAdd,
  "cards.group": cardsGroup,
  "cards.place": boards.cardsPlace,
  "cards.set": boards.cardsSet,
  "cards.remove": boards.cardsRemove,
  "theme.make": boards.themeMake,
  "theme.set": boards.themeSet,
  "theme.shift": boards.themeShift,
  "theme.nest": boards.themeNest,
  "theme.merge": themeMerge,
  "theme.arrange": themeArrange,
  "theme.remove": boards.themeRemove,
  "voting.start": votes.votingStart,
  "voting.reveal": votes.votingReveal,
  "voting.end": votes.votingEnd,
  "vote.set": votes.voteSet,
  "finding.add": findings.findingAdd,
  "finding.set": findings.findingSet,
  "finding.place": findings.findingPlace,
  "finding.theme": findings.findingTheme,
  "finding.cite": findings.findingCite,
  "finding.remove": findings.findingRemove,
  "evidence.place": findings.evidencePlace,
  "evidence.edit": findings.evidenceEdit,
  "evidence.translate": findings.evidenceTranslate,
  "identifier.add": identifiers.identifierAdd,
  "identifier.set": identifiers.identifierSet,
  "identifiers.add": identifiers.identifiersAdd,
  "identifier.remove": identifiers.identifierRemove,
  "identifier.decide": identifiers.identifierDecide,
  "identifier.second": identifiers.identifierSecond,
  "mention.decide": mentionDecide,
  "mention.second": mentionSecond,
  "summary.make": summaryMake,
  "disclosure.set": disclosureSet,
  "disclosure.accept": disclosureAccept,
  "risk.sign": riskSign,
  "risk.guessed": riskGuessed,
};

/** What a command needs to see, as far as this view shows. Ask again once that is there. */
export function needs<K extends Kind>(view: View, command: Of<K>): readonly Need[] {
  return ruleOf(command).needs(view, command);
}

/** Says what a command would change, without changing it. Faults: see fault.ts. */
export function decide<K extends Kind>(view: View, command: Of<K>, who: Who): Result<readonly Change[], Fault> {
  return ruleOf(command).decide(view, command, who);
}

function ruleOf<K extends Kind>(command: Of<K>): Rule<Of<K>> {
  return RULES[command.kind as K] as unknown as Rule<Of<K>>; // the table maps each kind to the rule of its own command
}

/** The capability that a command asks for. */
export function capabilityOf(kind: Command["kind"] | Internal["kind"]): Capability {
  if (kind === "member.set" || kind === "study.set" || kind === "study.found") return "managePeople";
  if (kind === "participant.withdraw" || kind === "participant.erased") return "managePeople";
  // DC20, RK15: what owners answer for
  if (kind.startsWith("disclosure.") || kind === "risk.sign") return "managePeople";
  return kind.startsWith("identifier") || kind.startsWith("mention.") ? "decideIdentifiers" : "change";
}

/**
 * What undo passes over: people's roles and a study's fate are changed on purpose or not at all; what everybody
 * has seen cannot be hidden again; what somebody took back is not given again; a vote is changed by voting, and that somebody
 * agrees by saying so; what came of a game has come of it.
 */
export const LASTING = [
  "member.set",
  "study.found",
  "study.set",
  "participant.withdraw",
  "participant.erased",
  "board.share",
  "voting.start",
  "voting.reveal",
  "voting.end",
  "vote.set",
  "identifier.second",
  "mention.second",
  "risk.guessed",
] as const satisfies readonly (Command["kind"] | Internal["kind"])[];
