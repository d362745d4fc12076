/**
 * A door on loopback that signs in whoever comes: for drivers of other harnesses, which have no account.
 * `/?notes=5000` leads to the board of the seeded study with that many cards. No part of the product.
 */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import * as z from "zod";

const Kept = z.object({ cookies: z.array(z.object({ name: z.string(), value: z.string() })) });

/**
 * Opens the door; answers its address. Cookies know no ports, so what it sets holds for the server beside it.
 *
 * @param state - the cookies of someone who is signed in, as Playwright keeps them
 * @param studies - study ids by the number of cards
 */
export async function openDoor(url: string, state: string, studies: ReadonlyMap<number, string>): Promise<string> {
  const cookies = Kept.parse(JSON.parse(state)).cookies.map(
    ({ name, value }) => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax`,
  );
  const door = createServer((request, response) => {
    const notes = Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("notes"));
    const study = studies.get(notes);
    if (study === undefined) response.writeHead(404).end();
    else response.writeHead(302, { location: `${url}/studies/${study}/board`, "set-cookie": cookies }).end();
  });
  door.listen(0, "localhost");
  await once(door, "listening");
  return `http://localhost:${(door.address() as AddressInfo).port}/?notes={n}`; // it listens on a port
}
