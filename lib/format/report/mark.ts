/** How a name that agreed to be listed is marked in a finished file: what the writers write and the scan looks for. */

/** The style of a line of the respondents list in a .docx. */
export const RESPONDENT = "Respondent";
/** The style of the name in it. */
export const AGREED_NAME = "RespondentName";
/** The attribute of the name in an .html. */
export const AGREED = "data-agreed";
