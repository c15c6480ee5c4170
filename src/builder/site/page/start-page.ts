const styleLink = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/

/** What of the built reader becomes part of these pages. */
interface StartParts {
  earlyView: string
  files: ReadonlyMap<string, Uint8Array>
}

/**
 * The template of the pages that start the reader. What they show first waits for no other file: their style sheet is
 * part of them, and the script that asks for what their view needs.
 */
export function toStartPage(template: string, { earlyView, files }: StartParts): string {
  const [link = '', path = ''] = styleLink.exec(template) ?? []
  const css = files.get(path)
  const style = css === undefined ? link : `<style>${Buffer.from(css).toString().trim()}</style>`
  return template
    .replace(link, () => style)
    .replace('</head>', () => `<script>${earlyView}</script></head>`)
}
