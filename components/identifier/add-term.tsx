"use client";
/** Adds a name or term by hand: what no list knows. */
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "react-aria-components";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export function AddTerm({ onAdd }: Readonly<{ onAdd: (term: string) => void }>) {
  const t = useTranslations("identifier");
  const [term, setTerm] = useState("");
  const words = term.trim();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (words.length < 2) return;
        onAdd(words);
        announce(t("said.added", { name: words }));
        setTerm("");
      }}
    >
      <TextField
        label={t("add.label")}
        description={t("add.help")}
        value={term}
        onChange={setTerm}
        after={
          <Button type="submit" isDisabled={words.length < 2}>
            <Plus aria-hidden size={16} />
            {t("add.do")}
          </Button>
        }
      />
    </Form>
  );
}
