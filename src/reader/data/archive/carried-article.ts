import type { QueryClient } from '@tanstack/react-query'
import { articleBlockId, parseArticleBlock, type ArticleBlock } from '#contract/article-block.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { ContractError } from '#contract/contract-error.ts'
import { picturePath } from '#contract/picture-file.ts'
import { toHref } from '#reader/links/paths.ts'
import { articleQuery, type Article } from './article-query.ts'

/**
 * Puts the article that a prerendered page holds into the cache, so that it is not fetched again. What is shown stays as long as the
 * page is open, even when the archive has it otherwise by now; its place in the archive is never taken from the page.
 */
export function keepCarriedArticle(client: QueryClient, page: ParentNode): void {
  const article = readCarriedArticle(page)
  if (article) client.setQueryData(articleQuery(article.summary.id).queryKey, article)
}

/** Reads the article of a prerendered page; `undefined` when it holds none or holds it otherwise than it should. */
export function readCarriedArticle(page: ParentNode): Article | undefined {
  const block = page.querySelector(`script[type="application/json"]#${articleBlockId}`)
  const text = page.querySelector('.article-text')
  if (block === null || text === null) return undefined
  try {
    const { summary, body, hasPage = false } = parseArticleBlock(JSON.parse(block.textContent))
    return {
      summary,
      body: { ...body, id: summary.id, parts: readParts(text, body) },
      carried: { hasPage },
    }
  } catch (error) {
    // A page is a file on a host like any other: what it should have brought is fetched instead.
    if (error instanceof ContractError || error instanceof SyntaxError) return undefined
    throw error
  }
}

// As `noscript-pictures.ts` of the builder writes it; the browser gives what stands in `noscript` as text.
const room = /<canvas[^<>]*><noscript>(<img [^<>]*>)<\/noscript><\/canvas>/g

/** The text as the pack has it, as hostile as ever: pictures out of their rooms, with their own addresses. */
function readParts(text: Element, { localPictures }: ArticleBlock['body']): ArticleBody['parts'] {
  const own = new Map(localPictures?.map(({ url, file }) => [toHref(picturePath(file)), url]))
  return [...text.querySelectorAll(':scope > .article-part')].map((part) =>
    readHtml(part).replace(room, (_, picture: string) =>
      picture.replace(/ src="([^"]*)"/, (same, src: string) => {
        const url = own.get(src)
        return url === undefined ? same : ` src="${url.replaceAll('&', '&amp;')}"`
      }),
    ),
  )
}

/** Markup of what is inside an element, such that it is read back as it is. */
function readHtml(part: Element): string {
  const whole = part.cloneNode(true)
  if (!(whole instanceof Element)) return ''
  for (const code of whole.querySelectorAll('pre')) {
    // The first line break after `<pre>` is taken away by whoever reads it.
    if (code.firstChild instanceof Text && code.textContent.startsWith('\n')) code.prepend('\n')
  }
  return whole.innerHTML
}
