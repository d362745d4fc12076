"use client";
/** Who belongs to the study, and as what. Owners change roles here; everybody else reads. */
import { EllipsisVertical, KeyRound, UserMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuTrigger } from "#components/ui/menu.tsx";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.tsx";
import { ask } from "#lib/client/ask.ts";
import { useRows, useStudy } from "#lib/client/study/provider.tsx";
import { may, Role } from "#lib/domain/member/shape.ts";
import { CopyOnce } from "./copy-once.tsx";

export type Known = Readonly<{ id: string; name: string; /** Only owners are told addresses. */ email: string | null }>;

export function MemberList({ people }: Readonly<{ people: readonly Known[] }>) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const tf = useTranslations("faults");
  const router = useRouter();
  const session = useStudy();
  const owns = may(session.me.role, "managePeople");
  const rows = useRows("member");
  const [leaving, setLeaving] = useState<Known | null>(null);
  const [reset, setReset] = useState<Readonly<{ url: string; name: string }> | null>(null);

  const known = new Map(people.map((person) => [person.id, person]));
  const isStale = rows.some((row) => !known.has(row.id));
  useEffect(() => {
    if (isStale) router.refresh(); // somebody has joined since the page was made
  }, [isStale, router]);
  const shown = rows
    .map((row) => ({ ...row, name: known.get(row.id)?.name ?? t("newcomer"), email: known.get(row.id)?.email ?? null }))
    .sort((a, b) => a.name.localeCompare(b.name));

  async function give(person: Known, role: Role | null) {
    const outcome = await session.send({ kind: "member.set", person: person.id, role });
    if ("refused" in outcome && typeof outcome.refused === "string") {
      session.dismiss(outcome.cmdId); // said here, so it need not stand in the list of refusals
      toast({ kind: "error", text: tf.has(outcome.refused) ? tf(outcome.refused) : tf("other") });
      return;
    }
    toast({
      kind: "success",
      text:
        role === null
          ? t("removed", { name: person.name })
          : t("given", { name: person.name, role: common(`role.${role}`) }),
    });
  }

  async function makeReset(person: Known) {
    const answer = await ask("POST", `/api/studies/${session.study}/resets`, { person: person.id });
    if (answer.ok) setReset({ url: String(answer.value.url), name: person.name });
    else toast({ kind: "error", text: t(answer.fault.code === "reset.elsewhere" ? "resetElsewhere" : "notDone") });
  }

  return (
    <div className="flex flex-col gap-4">
      <ul aria-label={t("title")} className="border-t border-line">
        {shown.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5">
            <div className="min-w-0 grow basis-48">
              <p className="truncate font-semibold">
                {person.name}
                {person.id === session.me.id ? <span className="font-normal text-soft"> {t("me")}</span> : null}
              </p>
              {person.email ? <p className="truncate text-sm text-soft">{person.email}</p> : null}
            </div>
            {owns ? (
              <div className="flex items-center gap-1">
                <Select
                  label={t("roleOf", { name: person.name })}
                  hideLabel
                  size="small"
                  className="w-40"
                  selectedKey={person.role}
                  onSelectionChange={(key) => {
                    const role = Role.safeParse(key);
                    if (role.success && role.data !== person.role) void give(person, role.data);
                  }}
                >
                  {Role.options.map((role) => (
                    <Option key={role} id={role}>
                      {common(`role.${role}`)}
                    </Option>
                  ))}
                </Select>
                <MenuTrigger>
                  <IconButton icon={EllipsisVertical} label={t("menu", { name: person.name })} size="small" />
                  <Menu placement="bottom end">
                    <MenuItem id="reset" icon={KeyRound} onAction={() => void makeReset(person)}>
                      {t("reset")}
                    </MenuItem>
                    <MenuItem id="remove" icon={UserMinus} isDanger onAction={() => setLeaving(person)}>
                      {t("remove")}
                    </MenuItem>
                  </Menu>
                </MenuTrigger>
              </div>
            ) : (
              <span className="text-soft">{common(`role.${person.role}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {reset ? (
        <CopyOnce key={reset.url} url={reset.url} title={t("resetMade", { name: reset.name })}>
          {t("resetHelp")}
        </CopyOnce>
      ) : null}
      {leaving ? (
        <AlertDialog
          isOpen
          onOpenChange={(open) => (open ? undefined : setLeaving(null))}
          title={t("removeTitle", { name: leaving.name })}
          action={t("remove")}
          onAction={() => {
            void give(leaving, null);
            setLeaving(null);
          }}
        >
          <p>{t("removeText")}</p>
        </AlertDialog>
      ) : null}
    </div>
  );
}
