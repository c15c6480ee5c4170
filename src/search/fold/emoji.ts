/*
 * Emoji by code ranges, which no version of Unicode moves. Signs that are also marks of lists and arrows of texts
 * (`→`, `•`, `■`) are not among them.
 */

/** Emoji of one UTF-16 unit: watches, weather, chess, hearts, dingbats without quotes and numbers. */
const short =
  '\\u231a\\u231b\\u23e9-\\u23f3\\u23f8-\\u23fa\\u2600-\\u266e\\u2670-\\u275a\\u2761-\\u2767\\u2795-\\u2797' +
  '\\u27a1\\u27b0\\u27bf\\u2934\\u2935\\u2b05-\\u2b07\\u2b1b\\u2b1c\\u2b50\\u2b55'

const shortPattern = new RegExp(`^[${short}]$`, 'u')

/** Whether a UTF-16 unit of a folded text is an emoji or the first half of one. */
export function isEmojiUnit(unit: number): boolean {
  if (unit < 0x231a) return false
  // U+1F000 to U+1FBFF. What NFKC makes letters of is none any more when it is folded.
  if (unit >= 0xd83c && unit <= 0xd83e) return true
  return unit <= 0x2b55 && shortPattern.test(String.fromCharCode(unit))
}

const emojiPattern = new RegExp(`[${short}\\u{1f000}-\\u{1fbff}]`, 'u')

/** Whether an unfolded text holds an emoji. */
export function hasEmoji(text: string): boolean {
  return emojiPattern.test(text)
}

/** Whether a unit of a text, folded, is one of the letters that flags are made of in pairs. */
export function isFlagLetter(unit: string): boolean {
  return /^[\u{1f1e6}-\u{1f1ff}]/u.test(unit)
}
