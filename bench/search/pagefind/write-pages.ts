import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RowText } from '../site-rows.ts'

/** Writes one small page a row, named by its ordinal: the title as heading, a paragraph a line. */
export async function writePages(
  rows: AsyncIterable<RowText>,
  { folder, language }: { folder: string; language: string },
): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for await (const row of rows) {
    writeFileSync(join(folder, `${row.ordinal}.html`), toPage(row, language))
  }
}

function toPage({ title, body }: RowText, language: string): string {
  const heading = escapeText(title)
  const paragraphs = body.split('\n').map((line) => `<p>${escapeText(line)}</p>`)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${heading}</title></head>
<body><main data-pagefind-body><h1>${heading}</h1>
${paragraphs.join('\n')}
</main></body>
</html>
`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
