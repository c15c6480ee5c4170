const encodedRun = /(?:%[89A-F][\dA-F])+/g

/** Characters that may stand in an address as they are: no spaces, controls or marks that turn or join other text. */
const plainText = /^[\p{L}\p{N}\p{P}\p{S}]+$/u

/**
 * Writes a URL with the letters that its percent signs stand for, in a third of the bytes. Every parser of URLs in a page
 * encodes them again to exactly what was written; a URL of which that is not true is returned unchanged.
 */
export function toReadableUrl(url: string): string {
  if (!url.includes('%')) return url
  const readable = url.replaceAll(encodedRun, (run) => {
    const text = decode(run)
    return text !== undefined && plainText.test(text) ? text : run
  })
  const isSame = URL.canParse(url) && new URL(readable).href === new URL(url).href
  return isSame ? readable : url
}

function decode(run: string): string | undefined {
  try {
    return decodeURIComponent(run)
  } catch {
    // Not UTF-8: an older encoding, whose letters cannot be told from here.
    return undefined
  }
}
