// Control characters that move the cursor or colour the line, and those that change the text direction.
const unsafePattern = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** Text for one line of a terminal, without characters that the terminal would act on. */
export function toTerminalText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(unsafePattern, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
}

/** Indented JSON in which every character that a terminal would act on is escaped. */
export function toTerminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafePattern, (character) =>
    // Line breaks between fields stay; those inside strings are escaped already.
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
