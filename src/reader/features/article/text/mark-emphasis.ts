/** Full-width scripts have no italics; emphasis dots beside the characters take their place. */
const fullWidth = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Dots on more characters than this are tiring to read. */
const dottedCharacters = 24

/**
 * Marks a distinction that a style sheet cannot make: a short emphasized run in a sentence gets dots, a block that is
 * emphasized as a whole is an aside.
 */
export function markEmphasis(root: DocumentFragment): void {
  for (const run of root.querySelectorAll('em, i')) {
    const text = run.textContent.trim()
    if (!fullWidth.test(text)) continue
    const isWhole = run.closest('p, li, td, div, blockquote')?.textContent.trim() === text
    if (isWhole) run.classList.add('emphasis-aside')
    else if (text.length <= dottedCharacters) run.classList.add('emphasis-dots')
  }
}
