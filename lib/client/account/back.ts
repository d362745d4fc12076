/** Where to go after signing in: an address of this house, never another's (an open redirect would help forgers). */
export function safeBack(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\\\p{Cc}]/u.test(wanted)) return "/";
  return wanted;
}
