/** Stands where something should stand that could not be fetched, with the way to try again. */
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type Props = Readonly<{ title: string; again: string; onAgain: () => void; children?: React.ReactNode }>;

export function NotFetched({ title, again, onAgain, children }: Props) {
  return (
    <div className="mx-auto max-w-xl p-6">
      <Notice kind="error" live title={title} action={<Button onPress={onAgain}>{again}</Button>}>
        {children}
      </Notice>
    </div>
  );
}
