/** Cancels a job; false where it was too late, or the server does not answer. */
export async function cancelJob(study: string, job: string): Promise<boolean> {
  try {
    return (await fetch(`/api/studies/${study}/jobs/${job}`, { method: "DELETE" })).ok;
  } catch {
    return false;
  }
}
