"use client";
/** A password: may be pasted, may be shown, is never corrected by the browser. */
import { useState } from "react";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { TextField } from "./text-field.tsx";
import type { TextFieldProps } from "./text-field.tsx";

export function PasswordField(props: Omit<TextFieldProps, "type" | "after">) {
  const t = useTranslations("common");
  const [shown, show] = useState(false);
  return (
    <TextField
      spellCheck="false"
      autoCorrect="off"
      {...props}
      type={shown ? "text" : "password"}
      after={
        <Button
          look="plain"
          aria-label={shown ? t("password.hideLabel") : t("password.showLabel")}
          onPress={() => show(!shown)}
        >
          {shown ? t("password.hide") : t("password.show")}
        </Button>
      }
    />
  );
}
