// These plugins come without types.
declare module 'markdown-it-deflist' {
  import type { MarkdownIt } from 'markdown-it'

  export default function plugin(markdown: MarkdownIt): void
}

declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it'

  export default function plugin(markdown: MarkdownIt): void
}

declare module 'markdown-it-emoji' {
  import type { MarkdownIt } from 'markdown-it'

  export function full(markdown: MarkdownIt, options?: { shortcuts?: Record<string, string> }): void
}
