"use client";
/** Brings a codebook in from a file: shows what is new, what is different and what cannot be read, before anything is done. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { readFile } from "#lib/client/tag/file.ts";
import type { ReadAnswer } from "#lib/client/tag/file.ts";
import { useKnownTags } from "#lib/client/tag/use.ts";
import type { Lang } from "#lib/domain/field.ts";
import { sentenceValues } from "#lib/domain/import/sentence.ts";
import { compare } from "#lib/domain/tag/draft.ts";
import type { CodebookRead, CodebookWish, Comparison, Planned } from "#lib/domain/tag/draft.ts";
import { useLang } from "#lib/client/i18n/lang.ts";

type Props = Readonly<{ study: string; onBring: (tags: readonly Planned[]) => void; onClose: () => void }>;
type Looked = Readonly<{ read: CodebookRead; comparison: Comparison }>;

const SHOWN = 300; // rows of a kind; the rest is counted

export function BringDialog({ study, onBring, onClose }: Props) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  const sources = useTranslations("sources");
  const known = useKnownTags();
  const [file, setFile] = useState<File | null>(null);
  const [wish, setWish] = useState<CodebookWish>({ lang: useLang(), levels: true });
  const [looked, setLooked] = useState<Looked | null>(null);
  const [refused, setRefused] = useState<Extract<ReadAnswer, { refused: unknown }>["refused"] | null>(null);
  const [busy, setBusy] = useState(false);
  const [changes, setChanges] = useState(true);
  const turn = useRef(0);

  async function look(wanted: File, as: CodebookWish): Promise<void> {
    const mine = (turn.current += 1);
    setFile(wanted);
    setWish(as);
    setBusy(true);
    const answer = await readFile(study, wanted, as);
    if (mine !== turn.current) return; // another was asked for since
    setBusy(false);
    setRefused("refused" in answer ? answer.refused : null);
    setLooked(
      "read" in answer
        ? { read: answer.read, comparison: compare(known(), answer.read.drafts, as.lang, () => crypto.randomUUID()) }
        : null,
    );
  }

  const tags = looked?.comparison.tags ?? [];
  const wanted = tags.filter(({ kind }) => kind === "new" || kind === "implied" || (kind === "changed" && changes));
  const key = `fault.${refused?.code}`;
  return (
    <Dialog
      title={t("bring.title")}
      width="wide"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={wanted.length === 0 || busy}
            onPress={() => {
              onClose();
              onBring(wanted);
            }}
          >
            {t("bring.do", { count: wanted.length })}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FileDrop
          label={file ? t("bring.another", { file: file.name }) : t("bring.drop")}
          description={t("bring.dropHelp")}
          accept={[".csv", ".tsv", ".txt", ".qdc", ".qdpx"]}
          onFiles={([first]) => first && void look(first, wish)}
        />
        {busy ? (
          <p role="status" className="flex items-center gap-2 text-soft">
            <Spinner size={16} />
            {common("loading")}
          </p>
        ) : null}
        {refused ? (
          <Notice kind="error" live title={sources("fault.heading", { name: file?.name ?? "" })}>
            {t.has(`bring.${key}`)
              ? t(`bring.${key}`)
              : sources.has(key)
                ? sources(key, sentenceValues(refused))
                : sources("fault.server.failed")}
          </Notice>
        ) : null}
        {looked && file && !busy ? (
          <>
            <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
              <Select
                label={t("bring.language")}
                selectedKey={wish.lang}
                onSelectionChange={(chosen) => void look(file, { ...wish, lang: chosen === "cy" ? "cy" : "en" })}
                className="w-44"
              >
                <Option id="en">{common("bilingual.en")}</Option>
                <Option id="cy">{common("bilingual.cy")}</Option>
              </Select>
              {looked.read.levels !== null || !wish.levels ? (
                <Switch isSelected={wish.levels} onChange={(levels) => void look(file, { ...wish, levels })}>
                  {t("bring.levels", { sign: looked.read.levels ?? "›" })}
                </Switch>
              ) : null}
            </div>
            <Found looked={looked} changes={changes} onChanges={setChanges} />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function Found({
  looked: { read, comparison },
  changes,
  onChanges,
}: Readonly<{ looked: Looked; changes: boolean; onChanges: (on: boolean) => void }>) {
  const t = useTranslations("codebook");
  const of = (...kinds: readonly Planned["kind"][]) => comparison.tags.filter(({ kind }) => kinds.includes(kind));
  const fresh = of("new", "implied");
  const changed = of("changed");
  const faults = [...read.faults, ...comparison.faults].toSorted((a, b) => a.line - b.line);
  const same = of("same").length;
  const { refi } = read;
  const at = refi === null ? "line" : "code"; // what is counted in such a file
  return (
    <div className="flex flex-col gap-2">
      <p role="status">
        {t("bring.found", {
          fresh: fresh.length,
          changed: changed.length,
          same,
          doubles: comparison.doubles.length,
          faults: faults.length,
        })}
      </p>
      <p className="text-sm text-soft">
        {refi !== null
          ? t(refi.project ? "bring.refiProject" : "bring.refi", {
              origin: refi.origin ?? "",
              told: refi.origin === null ? "no" : "yes",
            })
          : read.columns.length === 0
            ? t("bring.noHeadings")
            : read.columns
                .map(({ heading, holds }) => t("bring.column", { heading, holds: t(`holds.${holds}`) }))
                .join(" · ")}
      </p>
      {refi !== null && refi.sets + refi.headings + refi.themes > 0 ? (
        <Notice title={t("bring.notCarried")}>
          <ul>
            {refi.sets > 0 ? <li>{t("bring.sets", { count: refi.sets })}</li> : null}
            {refi.themes > 0 ? <li>{t("bring.themes", { count: refi.themes })}</li> : null}
            {refi.headings > 0 ? <li>{t("bring.codable", { count: refi.headings })}</li> : null}
          </ul>
        </Notice>
      ) : null}
      {faults.length > 0 ? (
        <Notice kind="warn" title={t("bring.faults", { count: faults.length })}>
          <ul>
            {faults.slice(0, SHOWN).map(({ line, code }) => (
              <li key={`${line} ${code}`}>{t(`bring.${at}`, { line, what: t(`rowFault.${code}`) })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {comparison.doubles.length > 0 ? (
        <Disclosure title={t("bring.doubles", { count: comparison.doubles.length })}>
          <ul>
            {comparison.doubles.slice(0, SHOWN).map(({ line, first, path }) => (
              <li key={line}>{t(`bring.${at}Double`, { line, first, tag: path.join(" › ") })}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {changed.length > 0 ? (
        <Disclosure title={t("bring.changed", { count: changed.length })} defaultExpanded>
          <Checkbox isSelected={changes} onChange={onChanges}>
            {t("bring.changeToo")}
          </Checkbox>
          <ul className="mt-2 flex flex-col gap-2">
            {changed.slice(0, SHOWN).map((tag) => (
              <li key={tag.id}>
                <Differences tag={tag} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {fresh.length > 0 ? (
        <Disclosure title={t("bring.fresh", { count: fresh.length })} defaultExpanded={changed.length === 0}>
          <ul className="flex flex-col">
            {fresh.slice(0, SHOWN).map(({ id, path, kind }) => (
              <li key={id} style={{ paddingInlineStart: `${(path.length - 1) * 1.25}rem` }}>
                <bdi>{path.at(-1)}</bdi>
                {kind === "implied" ? <span className="text-sm text-soft"> {t("bring.implied")}</span> : null}
              </li>
            ))}
          </ul>
          {fresh.length > SHOWN ? (
            <p className="text-soft">{t("bring.more", { count: fresh.length - SHOWN })}</p>
          ) : null}
        </Disclosure>
      ) : null}
    </div>
  );
}

function Differences({ tag: { path, moved, hue, texts } }: Readonly<{ tag: Planned }>) {
  const t = useTranslations("codebook");
  const common = useTranslations("common");
  return (
    <>
      <bdi className="font-semibold">{path.join(" › ")}</bdi>
      <ul className="ps-4 text-sm">
        {moved ? <li>{t("bring.moved")}</li> : null}
        {hue ? <li>{t("bring.coloured", { colour: common(`hue.${hue.after as 1}`) })}</li> : null}
        {texts.map(({ key, before, after }) => {
          const [field, lang] = key.split("/") as ["name", Lang]; // the two parts of every key
          return (
            <li key={key}>
              <span className="text-soft">
                {t("bring.text", { what: t(`holds.${field}`), lang: common(`bilingual.${lang}`) })}
              </span>{" "}
              {before === null ? null : (
                <del lang={lang} className="text-soft">
                  {before}
                </del>
              )}{" "}
              <ins lang={lang} className="no-underline">
                {after}
              </ins>
            </li>
          );
        })}
      </ul>
    </>
  );
}
