/** Index after the brace that closes the object beginning at `from`; `undefined` when none does within so many characters. */
export function findJsonEnd(
  text: string,
  from: number,
  mostCharacters: number,
): number | undefined {
  let depth = 0
  let isString = false
  const last = Math.min(text.length, from + mostCharacters)
  for (let at = from; at < last; at++) {
    const sign = text[at]
    if (isString && sign === '\\') at++
    else if (sign === '"') isString = !isString
    else if (!isString && sign === '/') at = findCommentEnd(text, at)
    else if (!isString && sign === '{') depth++
    else if (!isString && sign === '}' && --depth === 0) return at + 1
  }
  return undefined
}

/** Index of the last character of the comment at this slash, or of the slash itself: an address without quotes is none. */
function findCommentEnd(text: string, at: number): number {
  if (text.startsWith('://', at - 1)) return at + 1
  const ending = text.startsWith('//', at) ? '\n' : text.startsWith('/*', at) ? '*/' : undefined
  if (ending === undefined) return at
  const end = text.indexOf(ending, at + 2)
  return end === -1 ? text.length : end + ending.length - 1
}
