// Characters that move the cursor or colour the line, and those that change the direction of text.
const unsafePattern = /[\p{Cc}\p{Surrogate}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu
/** What a terminal would act on in text of several lines. */
const unsafeInLines = /(?!\r?(?:\n|$)|\t)\p{Cc}/gu

/** Text for one line of a terminal: what the terminal would act on is escaped as in JSON. */
export function toTerminalLine(text: string): string {
  return text.replace(unsafePattern, toEscape)
}

/** The same of text of several lines that pipes take as it is: its lines stay, and so does the direction of text. */
export function toTerminalLines(text: string): string {
  return text.replace(unsafeInLines, toEscape)
}

/** Indented JSON in which every character that a terminal would act on is escaped. */
export function toTerminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafePattern, (character) =>
    // Line breaks between fields stay; those inside strings are escaped already.
    character === '\n' ? character : toEscape(character),
  )
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
