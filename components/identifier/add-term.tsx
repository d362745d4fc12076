"use client";
/** Adds a name or term by hand: what no list knows. What it names is guessed as it is written, and may be said. */
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { guess } from "#lib/client/identifier/guess.ts";
import type { Kind } from "#lib/domain/detect/hit.ts";
import { ThingChoice } from "./thing-choice.tsx";

export function AddTerm({ onAdd }: Readonly<{ onAdd: (term: string, thing: Kind) => void }>) {
  const t = useTranslations("identifier");
  const [term, setTerm] = useState("");
  const [guessed, setGuessed] = useState<Kind>("other");
  const [said, setSaid] = useState<Kind | null>(null);
  const words = term.trim();
  const enough = words.length >= 2;
  useEffect(() => {
    if (!enough) return undefined;
    let late = false;
    void guess(words).then((thing) => late || setGuessed(thing));
    return () => {
      late = true;
    };
  }, [words, enough]);
  return (
    <Form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!enough) return;
        setTerm("");
        setSaid(null);
        void (said === null ? guess(words) : Promise.resolve(said)).then((thing) => {
          onAdd(words, thing);
          announce(t("said.added", { name: words, thing: t(`kind.${thing}`) }));
        });
      }}
    >
      <TextField
        label={t("add.label")}
        description={t("add.help")}
        value={term}
        onChange={setTerm}
        after={
          <Button type="submit" isDisabled={!enough}>
            <Plus aria-hidden size={16} />
            {t("add.do")}
          </Button>
        }
      />
      {enough ? <ThingChoice thing={said ?? guessed} onSay={setSaid} /> : null}
    </Form>
  );
}
