"use client";
/** Who else has this study open, and on which screen; anybody can be followed. */
import { DialogTrigger, Button } from "react-aria-components";
import { useTranslations } from "next-intl";
import { Button as Press } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { usePeople, useShared, useStudy } from "#lib/client/study/provider.tsx";
import { hueOfPerson, initials } from "#lib/client/person-look.ts";

export function PeopleHere() {
  const t = useTranslations("sync");
  const together = useTranslations("board-together");
  const session = useStudy();
  const { following } = useShared();
  const people = usePeople();
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
        {(close) => (
          <ul className="flex flex-col gap-1">
            {people.map(({ person, name, at }) => (
              <li key={person} className="flex items-center justify-between gap-6">
                <span className="min-w-0">
                  {name} <span className="block text-sm text-soft">{t(`page.${at?.page ?? "other"}`)}</span>
                </span>
                <Press
                  size="small"
                  aria-label={together(following === person ? "follow.leave" : "follow.start", { name })}
                  onPress={() => {
                    session.together.follow(following === person ? null : person);
                    close();
                  }}
                >
                  {together(following === person ? "follow.stop" : "follow.short")}
                </Press>
              </li>
            ))}
          </ul>
        )}
      </Popover>
    </DialogTrigger>
  );
}
