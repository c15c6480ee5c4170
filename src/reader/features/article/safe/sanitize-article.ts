import DOMPurify, { type Config } from 'dompurify'
import {
  allowedAttributes,
  allowedTags,
  attributesByTag,
  droppedTags,
  globalAttributes,
  isTrackingPixel,
  linkUrlPattern,
  mediaUrlPattern,
  outgoingLink,
  urlSafeAttributes,
} from '#core/html/html-policy.ts'

/** Sanitized nodes, not yet part of the page. Only this file makes them. */
export type SafeFragment = DocumentFragment & { readonly kind: 'SafeFragment' }

const config = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...allowedAttributes],
  ADD_URI_SAFE_ATTR: [...urlSafeAttributes],
  ADD_FORBID_CONTENTS: [...droppedTags],
  ALLOWED_URI_REGEXP: linkUrlPattern,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
} satisfies Config

const attributesOf = new Map<string, readonly string[]>(Object.entries(attributesByTag))

// Hooks are global to the page's one sanitizer, so they are added once, when this module is loaded.
DOMPurify.addHook('uponSanitizeAttribute', (element, attribute) => {
  const tag = element.localName
  const { attrName, attrValue } = attribute
  if (!globalAttributes.includes(attrName) && !attributesOf.get(tag)?.includes(attrName)) {
    attribute.keepAttr = false
  }
  if (attrName === 'src' && !mediaUrlPattern.test(attrValue)) attribute.keepAttr = false
})

DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  switch (element.localName) {
    case 'a':
      settleLink(element)
      break
    case 'img':
      settlePicture(element)
      break
    case 'audio':
    case 'video':
      element.setAttribute('controls', '')
      element.setAttribute('preload', 'none')
      break
  }
})

function settleLink(link: Element): void {
  const inside = link.getAttribute('href')?.startsWith('#') ?? true
  for (const [name, value] of Object.entries({ ...outgoingLink, referrerpolicy: 'no-referrer' })) {
    if (inside) link.removeAttribute(name)
    else link.setAttribute(name, value)
  }
}

/** Moves the address from `src` to `data-src`: nothing may load before the reader's picture setting is checked. */
function settlePicture(picture: Element): void {
  const url = picture.getAttribute('src')
  picture.removeAttribute('src')
  const [width, height] = ['width', 'height'].map((side) => picture.getAttribute(side))
  if (url === null || isTrackingPixel({ url, width, height })) picture.remove()
  else picture.setAttribute('data-src', url)
}

/**
 * Sanitizes untrusted HTML by the policy. Pictures keep their address in `data-src`, so nothing is requested.
 * The input must not be too heavy (see `html-weight.ts`).
 */
export function sanitizeHtml(html: string): SafeFragment {
  return DOMPurify.sanitize(html, config) as SafeFragment
}

/** Whether the sanitizer returns anything at all: under a wrong Content-Security-Policy its output is empty. */
export function canSanitize(): boolean {
  try {
    return sanitizeHtml('<p>x</p>').textContent === 'x'
  } catch {
    return false
  }
}
