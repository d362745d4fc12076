"use client";
/** Who else has this study open, and on which screen. */
import { DialogTrigger, Button } from "react-aria-components";
import { useTranslations } from "next-intl";
import { Popover } from "#components/ui/popover.tsx";
import { usePeople } from "#lib/client/study/provider.tsx";
import { hueOfPerson, initials } from "#lib/client/person-look.ts";

export function PeopleHere() {
  const t = useTranslations("sync");
  const peers = usePeople();
  const people = [...new Map(peers.map((peer) => [peer.person, peer])).values()];
  if (people.length === 0) return null;
  return (
    <DialogTrigger>
      <Button className="flex -space-x-1.5 rounded-md p-1 ring-none data-hovered:bg-sunk data-focus-visible:ring-focus touch:min-h-11">
        {/* As words and not as aria-label: the initials that are seen are then no other name. */}
        <span className="sr-only">{t("here", { count: people.length })}</span>
        {people.slice(0, 4).map(({ person, name }) => (
          <span
            key={person}
            aria-hidden
            className="grid size-7 place-items-center rounded-full border-2 border-(--paper-raised) text-xs font-semibold"
            style={{
              background: `var(--hue-${hueOfPerson(person)}-tint)`,
              color: `var(--hue-${hueOfPerson(person)}-text)`,
            }}
          >
            {initials(name)}
          </span>
        ))}
        {people.length > 4 ? (
          <span aria-hidden className="ps-3 text-sm text-soft">
            +{people.length - 4}
          </span>
        ) : null}
      </Button>
      <Popover label={t("here", { count: people.length })}>
        <ul className="flex flex-col gap-1">
          {people.map(({ person, name, at }) => (
            <li key={person} className="flex items-baseline justify-between gap-6">
              <span>{name}</span>
              <span className="text-sm text-soft">{t(`page.${at?.page ?? "other"}`)}</span>
            </li>
          ))}
        </ul>
      </Popover>
    </DialogTrigger>
  );
}
