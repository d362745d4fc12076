"use client";
/** What a person says of one speaker: the name, the participant, whether they ask, and who else here is the same. */
import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";

type Choice = Readonly<{ id: string; label: string }>;
type Props = Readonly<{
  /** What they are called in names of fields, for those who hear the page. */
  called: string;
  name: string;
  participant: string | null;
  interviewer: boolean;
  participants: readonly Choice[];
  /** Whom they may be the same as. */
  others: readonly Choice[];
  /** The id of what says why nobody can be chosen there. */
  noOthers?: string | null;
  onName: (name: string) => void;
  /** The name is written. */
  onNamed?: () => void;
  onParticipant: (participant: string | null) => void;
  /** Somebody whom the study does not know yet. */
  onNew: () => void;
  onInterviewer: (interviewer: boolean) => void;
  onMerge: ((into: string) => void) | null;
  /** How much they say. */
  children: React.ReactNode;
}>;

const NONE = "none";
const NEW = "new";

export function SpeakerFields(props: Props) {
  const { called, name, participant, interviewer, participants, others, noOthers, onMerge } = props;
  const { onName, onNamed, onParticipant, onNew, onInterviewer, children } = props;
  const t = useTranslations("sources.speakers");
  return (
    <div className="grid grid-cols-1 items-end gap-x-4 gap-y-2 sm:grid-cols-2 xl:grid-cols-[minmax(10rem,1.2fr)_minmax(12rem,1.2fr)_minmax(9rem,1fr)_auto]">
      <TextField
        label={t("label")}
        aria-label={t("rename", { name: called })}
        value={name}
        onChange={onName}
        {...(onNamed
          ? { onBlur: onNamed, onKeyDown: (event: { key: string }) => event.key === "Enter" && onNamed() }
          : {})}
        maxLength={200}
      />
      <Select
        label={t("is")}
        aria-label={t("isWho", { name: called })}
        selectedKey={participant ?? NONE}
        isDisabled={interviewer}
        onSelectionChange={(key) =>
          key === NEW ? onNew() : onParticipant(key === NONE || key === null ? null : String(key))
        }
      >
        <Option id={NONE}>{t("unlinked")}</Option>
        <Option id={NEW}>{t("new")}</Option>
        {participants.map((one) => (
          <Option key={one.id} id={one.id}>
            {one.label}
          </Option>
        ))}
      </Select>
      {onMerge ? (
        <Select
          label={t("merge")}
          aria-label={t("mergeWho", { name: called })}
          selectedKey={NONE}
          isDisabled={others.length === 0}
          {...(noOthers && others.length === 0 ? { "aria-describedby": noOthers } : {})}
          onSelectionChange={(key) => key !== null && key !== NONE && onMerge(String(key))}
        >
          <Option id={NONE}>{t("mergeNone")}</Option>
          {others.map((other) => (
            <Option key={other.id} id={other.id}>
              {other.label}
            </Option>
          ))}
        </Select>
      ) : (
        <span className="hidden xl:block" />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 xl:min-w-44 xl:flex-col xl:items-start">
        <Checkbox isSelected={interviewer} onChange={onInterviewer} aria-label={t("asksWho", { name: called })}>
          {t("asks")}
        </Checkbox>
        <span className="text-sm text-soft tabular-nums">{children}</span>
      </div>
    </div>
  );
}
