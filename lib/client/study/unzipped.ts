/** An answer that travels as a gzipped file, opened; any other as it is. */
export function unzipped(response: Response): Response {
  if (response.headers.get("content-type") !== "application/gzip" || !response.body) return response;
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}
