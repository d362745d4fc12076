/**
 * Whether a request is meant for us. A page elsewhere can make a browser resolve its own name to this machine
 * (DNS rebinding) and then read our answers as its own; but it cannot change the name that the browser sends.
 */
import { isLoopback } from "../config.ts";

/** The name in a Host header, without its port. */
function nameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";
}

/**
 * Says what to do with a request by the name that it was sent to.
 *
 * @param host - the Host header
 * @param url - our origin
 * @returns "ours"; "loopback", this machine by another of its names; or "foreign"
 */
export function whose(host: string | undefined, url: string): "ours" | "loopback" | "foreign" {
  if (host === undefined) return "foreign";
  const name = nameOf(host);
  if (name === new URL(url).hostname) return "ours";
  return isLoopback(name) ? "loopback" : "foreign";
}
