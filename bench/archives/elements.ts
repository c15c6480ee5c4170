/** The elements that an article's structure is made of, each by what counts one in HTML. */
export const elements = {
  headings: /<h[1-6][\s>]/g,
  'list items': /<li[\s>]/g,
  'code blocks': /<pre[\s>]/g,
  tables: /<table[\s>]/g,
  links: /<a\s[^<>]*href="(?:https?:|mailto:|\/|#|\.|[\w-])[^"]*"/g,
  pictures: /<img\s/g,
  quotes: /<blockquote[\s>]/g,
} as const
export type ElementName = keyof typeof elements

/** How many of an element HTML holds. */
export function countElements(html: string, name: ElementName): number {
  return html.replace(/<!--[^]*?-->/g, '').match(elements[name])?.length ?? 0
}

/** How many elements one program found, and how many of these the other kept. */
export interface Kept {
  expected: number
  kept: number
}

/** Adds up what was kept of an element over pairs of ours and theirs. */
export function countKept(
  pairs: readonly (readonly [ours: string, theirs: string])[],
  name: ElementName,
): Kept {
  let expected = 0
  let kept = 0
  for (const [ours, theirs] of pairs) {
    const count = countElements(theirs, name)
    expected += count
    kept += Math.min(count, countElements(ours, name))
  }
  return { expected, kept }
}
