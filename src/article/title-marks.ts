const openingMarks = '《〈'
const closingMarks = '》〉'

/**
 * Text in which a Chinese title mark inside another one is of the other kind: 《读〈红楼梦〉札记》. A text whose marks do not pair is
 * returned as it is, because nobody can tell which one is missing.
 */
export function nestTitleMarks(text: string): string {
  /** Kinds of the marks that are open, as places in `openingMarks`. */
  const open: number[] = []
  let nested = ''
  for (const character of text) {
    const opening = openingMarks.indexOf(character)
    if (opening !== -1) {
      const outer = open.at(-1)
      const kind = outer === undefined ? opening : 1 - outer
      open.push(kind)
      nested += openingMarks[kind]
    } else if (closingMarks.includes(character)) {
      const kind = open.pop()
      if (kind === undefined) return text
      nested += closingMarks[kind]
    } else nested += character
  }
  return open.length === 0 ? nested : text
}
