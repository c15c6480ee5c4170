import { toBodyText } from '#core/text/body-text.ts'
import { cleanArticle } from '../clean/clean-article.ts'
import { parsePost } from '../post/parse-post.ts'
import { decodeText } from '../text/decode-text.ts'

/** Longest text about an archive, in code points: it is part of the manifest, which every page loads. */
export const mostAboutCharacters = 1_200

/**
 * The plain text of a keeper's page about an archive, a paragraph a line, cut after 1,200 characters; `undefined` where
 * it says nothing. It is read as an article is, front matter or not: templates are replaced, and no markup is left.
 */
export function toAboutText(bytes: Uint8Array, file: string): string | undefined {
  const name = {
    collection: file.split('/')[0] ?? '',
    file,
    fileName: file.slice(file.lastIndexOf('/') + 1),
  }
  const decoded = decodeText(bytes).text
  const { post } = parsePost(bytes, { ...name, takesWithheld: true })
  const source = post ?? { body: decoded, bodyForm: 'markdown' as const }
  const { parts } = cleanArticle({
    ...source,
    ...(post?.title === undefined ? {} : { title: post.title }),
  })
  const lines = toBodyText(parts)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  const characters = Array.from(lines.join('\n'))
  if (characters.length === 0) return undefined
  return characters.length <= mostAboutCharacters
    ? characters.join('')
    : `${characters
        .slice(0, mostAboutCharacters - 1)
        .join('')
        .trimEnd()}…`
}
