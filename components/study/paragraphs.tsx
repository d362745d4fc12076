/** A text as it reads: paragraphs, a numbered list of questions, or terms with what they mean. */
import type { Lang } from "#lib/domain/field.ts";

type Props = Readonly<{ words: string; lang: Lang; as: "paragraphs" | "questions" | "terms" }>;

export function Paragraphs({ words, lang, as }: Props) {
  const lines = words.split(/\n+/).filter((line) => line.trim() !== "");
  if (as === "questions") {
    return (
      <ol lang={lang} className="reading flex list-decimal flex-col gap-1.5 ps-6 marker:text-soft">
        {lines.map((line, at) => (
          <li key={at} className="ps-1">
            {line}
          </li>
        ))}
      </ol>
    );
  }
  return (
    <div lang={lang} className="reading flex flex-col gap-3">
      {lines.map((line, at) => {
        const [, term, meaning] = (as === "terms" && /^([^:]{1,60}):\s+(.+)$/su.exec(line)) || [];
        return term && meaning ? (
          <p key={at}>
            <b>{term}</b>
            <br />
            {meaning}
          </p>
        ) : (
          <p key={at} className="whitespace-pre-line">
            {line}
          </p>
        );
      })}
    </div>
  );
}
