/** The time zone by whose clock days and minutes are told, whatever the clock of a machine: that of Wales. */
export const ZONE = "Europe/London";
