import type { Metadata } from "next";
import { StudyFrame } from "#components/frame/study-frame.tsx";
import { requireMember } from "#lib/server/auth/page.ts";

export const metadata: Metadata = { title: "Carthen" };

/** Opens a study for those who belong to it. */
export default async function StudyLayout({ children, params }: LayoutProps<"/studies/[study]">) {
  const { person, study, role } = await requireMember((await params).study);
  return (
    <>
      {/* What the page asks for first is on its way before the page's own scripts have come. */}
      {["snapshot", "words"].map((door) => (
        <link key={door} rel="preload" as="fetch" crossOrigin="anonymous" href={`/api/studies/${study}/${door}`} />
      ))}
      <StudyFrame study={study} me={{ id: person.id, name: person.name, role }}>
        {children}
      </StudyFrame>
    </>
  );
}
