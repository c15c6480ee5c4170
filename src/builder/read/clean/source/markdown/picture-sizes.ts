import type { MarkdownIt, StateCore, Token } from 'markdown-it'

/** A size that note programs write behind a picture's words: `horn|300`, `horn|300x200`; pixels. */
const sized = /^(.*?)\|\s*([1-9]\d{0,4})(?:x([1-9]\d{0,4}))?\s*$/s

/** Markdown-it plugin for the sizes that note programs write into the words of a picture: `![horn|300](horn.png)`. */
export function pictureSizes(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'picture_sizes', (state: StateCore) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) if (token.type === 'image') takeSize(token)
    }
  })
}

function takeSize(token: Token): void {
  const last = token.children?.at(-1)
  if (last?.type !== 'text') return
  const [, words, width, height] = sized.exec(last.content) ?? []
  if (words === undefined || width === undefined) return
  last.content = words.trimEnd()
  setSize(token, width, height)
}

/** Gives a picture the size of `300` or `300x200`; returns whether the text is one. */
export function readSize(token: Token, text: string): boolean {
  const [, , width, height] = sized.exec(`|${text}`) ?? []
  if (width === undefined) return false
  setSize(token, width, height)
  return true
}

function setSize(token: Token, width: string, height: string | undefined): void {
  token.attrSet('width', width)
  if (height !== undefined) token.attrSet('height', height)
}
