import { parseUrl } from '#core/address/parse-url.ts'

/** Makes an element with attributes and children. `undefined` attributes are left out; strings become text nodes. */
export function buildElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | undefined>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children)
  return element
}

/** Makes a button whose click has no other effect, even inside a link. */
export function buildButton(
  className: string,
  label: Node | string,
  press: () => void,
): HTMLButtonElement {
  const button = buildElement('button', { type: 'button', class: className }, label)
  button.addEventListener('click', (event) => {
    event.preventDefault()
    event.stopPropagation()
    press()
  })
  return button
}

/** Makes a link that opens in a new tab, without opener or referrer. */
export function buildOutgoingLink(url: string, ...children: (Node | string)[]): HTMLAnchorElement {
  return buildElement(
    'a',
    {
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer nofollow ugc',
      referrerpolicy: 'no-referrer',
    },
    ...children,
  )
}

/** Host of an address, without `www.`; the address itself when it has none. */
export function toHost(url: string): string {
  return parseUrl(url)?.hostname.replace(/^www\./, '') ?? url
}
