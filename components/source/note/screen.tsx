"use client";
/**
 * A field note, written here. It comes in as a file would: a source of its own kind, each paragraph a turn, later changed
 * as any text is corrected. What is written is kept in this browser until the server says that it is in.
 * Rules: docs/spec/correct.md, K20.
 */
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import * as z from "zod";
import { Fault } from "#components/source/import/fault.tsx";
import { useChoices } from "#components/source/import/use-choices.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Option } from "#components/ui/option.tsx";
import { Page } from "#components/ui/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { toast } from "#components/ui/toast.tsx";
import { keepDraft, keptDraft } from "#lib/client/correct/keep.ts";
import { bringIn } from "#lib/client/import/send.ts";
import type { Told } from "#lib/client/import/send.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { may } from "#lib/domain/member/shape.ts";

const Note = z.object({
  /** By which the server knows the note again where it is sent twice. */
  id: z.string(),
  title: z.string(),
  words: z.string(),
  lang: z.string(),
  day: z.string(),
  organisation: z.string().nullable(),
  participant: z.string().nullable(),
});
type Note = z.infer<typeof Note>;

const NONE = "none";

export function NoteScreen() {
  const t = useTranslations("note");
  const { study, me } = useStudy();
  const choices = useChoices();
  const router = useRouter();
  const key = `note/${study}/${me.id}`;
  const begin = (): Note => ({
    id: crypto.randomUUID(),
    title: "",
    words: "",
    lang: choices.lang,
    day: "",
    organisation: null,
    participant: null,
  });
  const [note, setNote] = useState<Note>(begin);
  const [ready, setReady] = useState(false);
  const [found, setFound] = useState(false);
  const [saving, setSaving] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [fault, setFault] = useState<Told | null>(null);
  const gone = useRef(false); // saved or thrown away: nothing is to be kept any more
  useEffect(() => {
    void keptDraft(key).then((value) => {
      const kept = Note.safeParse(value);
      if (kept.success) {
        setNote(kept.data);
        setFound(true);
      }
      setReady(true);
    });
  }, [key]);
  const written = note.words.trim() !== "" || note.title.trim() !== "";
  useEffect(() => {
    if (ready && !gone.current) void keepDraft(key, written ? note : null);
  }, [key, ready, note, written]);

  // What is changed after it was sent is another note.
  const change = (fields: Partial<Note>) => setNote((now) => ({ ...now, ...fields, id: crypto.randomUUID() }));
  const pick = (chosen: React.Key | null) => (chosen === null || chosen === NONE ? null : String(chosen));

  async function save() {
    setSaving(true);
    setFault(null);
    const body = new Blob([note.words], { type: "text/plain" });
    const answer = await bringIn(
      study,
      { name: "note.txt", body },
      {
        kind: "transcript",
        id: note.id,
        title: note.title.trim() || null,
        lang: note.lang,
        heldOn: note.day || null,
        guide: null,
        options: { dialect: "written" },
        source: "note",
        minutes: null,
        organisation: note.organisation,
        participant: note.participant,
        speakers: [],
        organisations: [],
        participants: [],
      },
    );
    setSaving(false);
    if (!answer.ok) return setFault(answer.fault);
    const source = answer.value.result?.first;
    // Where the server is busy it goes on as a job, which the list of sources shows, and which may come to nothing: what
    // was written is kept, and sent again it is known by its id.
    if (!source) return router.push(`/studies/${study}/sources`);
    gone.current = true;
    await keepDraft(key, null);
    toast({ text: t("saved"), kind: "success" });
    router.push(`/studies/${study}/sources/${source}`);
  }

  return (
    <Page className="max-w-4xl">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: `/studies/${study}/sources`, text: <SourcesCrumb /> }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      {may(me.role, "change") ? (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {found && written ? <Notice kind="info">{t("found")}</Notice> : null}
          <TextField
            label={t("name")}
            optional
            value={note.title}
            onChange={(title) => change({ title })}
            maxLength={500}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              label={t("lang")}
              selectedKey={note.lang}
              onSelectionChange={(lang) => change({ lang: String(lang) })}
            >
              <Option id="en">{t("langs.en")}</Option>
              <Option id="cy">{t("langs.cy")}</Option>
              <Option id="und">{t("langs.und")}</Option>
            </Select>
            <TextField type="date" label={t("day")} optional value={note.day} onChange={(day) => change({ day })} />
            {(["organisation", "participant"] as const).map((who) => (
              <Select
                key={who}
                label={t(who)}
                optional
                selectedKey={note[who] ?? NONE}
                onSelectionChange={(chosen) => change({ [who]: pick(chosen) })}
              >
                <Option id={NONE}>{t("none")}</Option>
                {choices[`${who}s`].map(({ id, label }) => (
                  <Option key={id} id={id}>
                    {label}
                  </Option>
                ))}
              </Select>
            ))}
          </div>
          <TextArea
            label={t("words")}
            description={t("wordsHelp")}
            value={note.words}
            onChange={(words) => change({ words })}
            rows={12}
            inputClassName="min-h-64"
          />
          {fault?.code === "line.down" ? (
            <Notice kind="error" live>
              {t("lineDown")}
            </Notice>
          ) : fault ? (
            <Fault name={note.title || t("words")} fault={fault} />
          ) : null}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look="primary" isPending={saving} isDisabled={!ready || note.words.trim() === ""}>
              {t("save")}
            </Button>
            {written ? (
              <Button look="quiet" onPress={() => setDropping(true)}>
                {t("discard")}
              </Button>
            ) : null}
            <span className="text-sm text-soft">{t("kept")}</span>
          </div>
        </form>
      ) : (
        <Notice kind="info">{t("noRight")}</Notice>
      )}
      {dropping ? (
        <AlertDialog
          title={t("discardTitle")}
          action={t("discard")}
          isOpen
          onOpenChange={setDropping}
          onAction={() => {
            setDropping(false);
            setFound(false);
            setNote(begin());
          }}
        >
          {t("discardHelp")}
        </AlertDialog>
      ) : null}
    </Page>
  );
}

function SourcesCrumb() {
  return useTranslations("sources")("import.back");
}
