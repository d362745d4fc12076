/** Where to go after signing in: an address of this house, never another's (an open redirect would help forgers). */
export function safeBack(wanted: string | null | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || /[\\\u0000-\u001f]/.test(wanted)) return "/";
  return wanted;
}
