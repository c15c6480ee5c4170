// Controls that move the cursor or colour the line, and signs that turn its direction around.
const unsafePattern = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** A text on one line that does nothing to a terminal but stand there. */
export function toTerminalText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(unsafePattern, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()
}

/** JSON, indented, in which everything that could do something to a terminal is escaped. */
export function toTerminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafePattern, (character) =>
    // The line ends between fields; those of texts are escaped already.
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
