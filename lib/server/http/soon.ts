/** How long a person is kept waiting for a job that soon ends, instead of being told that it goes on. */
export const SOON_MS = 1500;
