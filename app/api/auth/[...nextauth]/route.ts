/** next-auth's own addresses: sign-in, sign-out, their token against forgery. */
import { authRoute } from "#lib/server/auth/next-auth.ts";

export { authRoute as GET, authRoute as POST };
