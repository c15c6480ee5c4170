import { parseVideoUrl } from '#core/address/video-url.ts'
import type { MarkdownIt, StateCore, Token } from 'markdown-it'

const postAddress = /^https:\/\/(?:(?:www|mobile)\.)?(?:twitter|x)\.com\/\w{1,20}\/status\/\d{5,25}/

/**
 * Markdown-it plugin for pictures whose address is that of a film or of a post elsewhere: note programs show the player
 * or the post there, `![](https://www.youtube.com/watch?v=…)`.
 */
export function embeds(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils
  const toFrame = (token: Token) => {
    const src = String(token.attrGet('src') ?? '')
    if (parseVideoUrl(src) === undefined && !postAddress.test(src)) return
    token.type = 'html_inline'
    token.content = `<iframe src="${escapeHtml(src)}" title="${escapeHtml(token.content)}"></iframe>`
  }
  markdown.core.ruler.after('inline', 'embeds', (state: StateCore) => {
    for (const block of state.tokens) {
      for (const token of block.children ?? []) if (token.type === 'image') toFrame(token)
    }
  })
}
