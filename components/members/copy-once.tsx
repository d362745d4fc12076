"use client";
/** A link that is shown this once, with a button that copies it. */
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export function CopyOnce({
  url,
  title,
  children,
}: Readonly<{ url: string; title: string; children: React.ReactNode }>) {
  const t = useTranslations("members");
  const common = useTranslations("common");
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      announce(common("copied"));
    } catch {
      field.current?.select(); // where the clipboard is shut, Ctrl+C does it
    }
  }

  return (
    <Notice kind="success" title={title} live>
      <div className="flex flex-col gap-2">
        <p>{children}</p>
        <TextField
          ref={field}
          label={t("link")}
          value={url}
          isReadOnly
          onFocus={() => field.current?.select()}
          inputClassName="text-sm"
          after={
            <Button look="primary" onPress={() => void copy()}>
              {isCopied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
              {isCopied ? common("copied") : common("copy")}
            </Button>
          }
        />
      </div>
    </Notice>
  );
}
