// For tests: what becomes of a Markdown body.
import { cleanArticle } from '#builder/read/clean/clean-article.ts'

/** The article as HTML, without the attributes that every link and picture gets and the prefix of ids. */
export function cleanMarkdown(body: string): string {
  const { parts } = cleanArticle({
    body,
    bodyForm: 'markdown',
    sourceUrl: 'https://quay.example/a/',
  })
  return parts
    .join('')
    .replace(/ (?:rel|target|decoding|loading|referrerpolicy)="[^"]*"/g, '')
    .replaceAll('user-content-', '')
}
