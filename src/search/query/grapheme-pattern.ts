// Syllables of Korean written in parts: leading consonants, then vowels and trailing consonants.
const leading = String.raw`[\u1100-\u115f\ua960-\ua97c]`
const following = String.raw`[\u1160-\u11ff\ud7b0-\ud7fb]`
// Thai and Lao vowels that are drawn over the letter before them, though Unicode calls them letters.
const drawnOver = String.raw`\u0e33\u0eb3`

/**
 * Matches one grapheme after another: a letter with its marks, an emoji with all its parts, a flag. Not `Intl.Segmenter`, which is
 * younger than the oldest engines and whose absence would end every search.
 */
export const graphemePattern = new RegExp(
  String.raw`\r\n|(?:${leading}+${following}*|[\uac00-\ud7a3]${following}*|\p{RI}\p{RI}|[^])` +
    String.raw`(?:[\p{M}\p{Emoji_Modifier}\u200c${drawnOver}]|\u200d\p{Extended_Pictographic}?)*`,
  'gu',
)
