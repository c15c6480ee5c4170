import type { MarkdownIt, StateCore } from 'markdown-it'

// Note programs have further signs for what is begun, put off or asked.
const box = /^\[([ xX/>?!*<-])\][ \t]+/

/** Markdown-it plugin for task lists: the box of `- [x] done` becomes a sign, since an article has no form controls. */
export function taskItems(markdown: MarkdownIt): void {
  markdown.core.ruler.after('text_join', 'task_items', drawBoxes)
}

function drawBoxes({ tokens }: StateCore): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'list_item_open' || tokens[at + 1]?.type !== 'paragraph_open') continue
    const first = tokens[at + 2]?.children?.[0]
    const mark = first?.type === 'text' ? box.exec(first.content) : null
    if (first === undefined || mark === null) continue
    first.content = `${/[xX-]/.test(mark[1] ?? '') ? '☑' : '☐'} ${first.content.slice(mark[0].length)}`
  }
}
