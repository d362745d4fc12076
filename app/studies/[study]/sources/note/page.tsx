import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoteScreen } from "#components/source/note/screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("note"))("title") };
}

export default function Page() {
  return <NoteScreen />;
}
