/** Asks one of our own routes for something that may be denied, or that the server cannot put together just now. */
export async function fetchAnswer<T>(
  address: string,
  signal: AbortSignal,
): Promise<Readonly<{ got: T }> | Readonly<{ failed: "denied" | "line" }>> {
  const response = await fetch(address, { signal, cache: "no-store" }).catch(() => null);
  if (response?.status === 403 || response?.status === 404) return { failed: "denied" };
  if (!response?.ok) return { failed: "line" };
  return { got: (await response.json()) as T }; // our own route's answer, of the same version as this page
}
