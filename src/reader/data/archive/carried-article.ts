import type { QueryClient } from '@tanstack/react-query'
import { articleBlockId, parseArticleBlock, type ArticleBlock } from '#contract/article-block.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { ContractError } from '#contract/contract-error.ts'
import { picturePath } from '#contract/picture-file.ts'
import { toHref } from '#reader/links/paths.ts'
import { innerLinkStart } from '#core/address/own-address.ts'
import { articleQuery, type Article } from './article-query.ts'

/**
 * Puts the article of a prerendered page into the cache, so that it is not fetched again. It is shown as long as the
 * page is open, even if the archive has changed it since. Its place in the archive is never taken from the page.
 */
export function keepCarriedArticle(client: QueryClient, page: ParentNode): void {
  const article = readCarriedArticle(page)
  if (article) client.setQueryData(articleQuery(article.summary.id).queryKey, article)
}

/** Reads the article of a prerendered page; `undefined` when the page holds none or holds it in an invalid form. */
export function readCarriedArticle(page: ParentNode): Article | undefined {
  const block = page.querySelector(`script[type="application/json"]#${articleBlockId}`)
  const text = page.querySelector('.article-text')
  if (block === null || text === null) return undefined
  try {
    const { summary, body, hasPage = false } = parseArticleBlock(JSON.parse(block.textContent))
    const link = page.querySelector<HTMLAnchorElement>('a.article-original')
    const sourceUrl = body.sourceUrl ?? link?.href
    const known = sourceUrl === undefined ? body : { ...body, sourceUrl }
    return {
      summary,
      body: { ...known, id: summary.id, parts: readParts(text, body) },
      carried: { hasPage },
    }
  } catch (error) {
    // A page is a file on a host like any other and may be damaged: the article is then fetched instead.
    if (error instanceof ContractError || error instanceof SyntaxError) return undefined
    throw error
  }
}

// As the builder's `noscript-pictures.ts` writes it. The browser returns the content of `noscript` as text.
const room = /<canvas[^<>]*><noscript>(<img [^<>]*>)<\/noscript><\/canvas>/g

/**
 * The text as the pack has it, still untrusted: pictures taken out of their placeholders, with their original
 * addresses, and links to other posts as bodies write them.
 */
function readParts(text: Element, { localPictures }: ArticleBlock['body']): ArticleBody['parts'] {
  const own = new Map(localPictures?.map(({ url, file }) => [toHref(picturePath(file)), url]))
  return [...text.querySelectorAll(':scope > .article-part')].map((part) =>
    readHtml(part)
      .replaceAll(`<a href="${toHref('posts/')}`, `<a href="${innerLinkStart}`)
      .replace(room, (_, picture: string) =>
        picture.replace(/ src="([^"]*)"/, (same, src: string) => {
          const url = own.get(src)
          return url === undefined ? same : ` src="${url.replaceAll('&', '&amp;')}"`
        }),
      ),
  )
}

/** The inner HTML of an element, written so that parsing it yields the same nodes. */
function readHtml(part: Element): string {
  const whole = part.cloneNode(true)
  if (!(whole instanceof Element)) return ''
  for (const code of whole.querySelectorAll('pre')) {
    // HTML parsers drop the first line break after `<pre>`.
    if (code.firstChild instanceof Text && code.textContent.startsWith('\n')) code.prepend('\n')
  }
  return whole.innerHTML
}
