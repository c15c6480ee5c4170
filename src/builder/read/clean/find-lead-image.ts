import type { LeadImage } from '#core/post/post.ts'
import { attributeOf, type ArticleElement, type ArticleNode } from './tree/article-tree.ts'

/** Most pictures that may stand in for the first. */
const mostLeads = 20

/**
 * Lists the pictures of a cleaned article that are content, up to the first one that is certain to be there.
 * @param isDoubtful whether a picture may turn out to be missing, by its address.
 */
export function findLeadImages(
  nodes: readonly ArticleNode[],
  isDoubtful: (url: string) => boolean = () => false,
): LeadImage[] {
  const leads: LeadImage[] = []
  addLeads(nodes, leads, isDoubtful)
  return leads
}

/** Returns whether to look no further. */
function addLeads(
  nodes: readonly ArticleNode[],
  leads: LeadImage[],
  isDoubtful: (url: string) => boolean,
): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return false
    if (node.tag !== 'img') return addLeads(node.children, leads, isDoubtful)
    const lead = toLeadImage(node)
    if (lead === undefined) return false
    leads.push(lead)
    return leads.length >= mostLeads || !isDoubtful(lead.url)
  })
}

function toLeadImage(picture: ArticleElement): LeadImage | undefined {
  const url = attributeOf(picture, 'src')
  if (picture.isDecoration === true || url === undefined) return undefined
  const alt = attributeOf(picture, 'alt') ?? ''
  const width = attributeOf(picture, 'width')
  const height = attributeOf(picture, 'height')
  return {
    url,
    ...(width === undefined ? {} : { width: Number(width) }),
    ...(height === undefined ? {} : { height: Number(height) }),
    ...(alt === '' ? {} : { alt }),
  }
}
