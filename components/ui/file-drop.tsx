"use client";
/** A place to drop files that is always in sight, with a button that does the same. */
import { Upload } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";
import { join } from "./join.ts";

export type FileDropProps = Readonly<{
  label: string;
  /** What fits here: "Text, Word, WebVTT, up to 20 MB each". */
  description?: string;
  /** As an input's accept: `.txt`, `.docx`. Dropped files are not filtered by it: say what is wrong with them. */
  accept?: readonly string[];
  multiple?: boolean;
  error?: string | null;
  isDisabled?: boolean;
  onFiles: (files: readonly File[]) => void;
  className?: string;
}>;

export function FileDrop({
  label,
  description,
  accept,
  multiple = false,
  error,
  isDisabled = false,
  onFiles,
  className,
}: FileDropProps) {
  const t = useTranslations("common");
  return (
    <div className={join("flex flex-col gap-1", className)}>
      <Aria.DropZone
        aria-label={label}
        isDisabled={isDisabled}
        getDropOperation={(types) => (types.has("text/plain") && !types.has("Files") ? "cancel" : "copy")}
        onDrop={({ items }) => {
          const files = items.filter((item) => item.kind === "file");
          void Promise.all((multiple ? files : files.slice(0, 1)).map((item) => item.getFile())).then(onFiles);
        }}
        className="flex flex-col items-center gap-3 rounded-lg border-2 border-dashed border-line-strong bg-raised px-4 py-7 text-center ring-none data-drop-target:border-accent data-drop-target:bg-accent-tint data-focus-visible:ring-focus"
      >
        <Upload aria-hidden size={22} className="text-soft" />
        <Aria.Text slot="label" className="font-semibold">
          {label}
        </Aria.Text>
        {description ? <p className="-mt-2 text-sm text-soft">{description}</p> : null}
        <Aria.FileTrigger
          {...(accept ? { acceptedFileTypes: accept.slice() } : {})}
          allowsMultiple={multiple}
          onSelect={(list) => list && onFiles(Array.from(list))}
        >
          <Button look="plain" isDisabled={isDisabled}>
            {multiple ? t("file.chooseMany") : t("file.chooseOne")}
          </Button>
        </Aria.FileTrigger>
      </Aria.DropZone>
      {error ? (
        <p role="alert" className="text-sm font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
