// Replaces DOMPurify where the Content-Security-Policy is tested alone: the same interface and the same Trusted Types
// policy
// name, but it removes nothing.

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy: (
        name: string,
        rules: { createHTML: (html: string) => string },
      ) => { createHTML: (html: string) => string }
    }
  }
}

const policy = window.trustedTypes?.createPolicy('dompurify', { createHTML: (html) => html })

function toFragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = policy?.createHTML(html) ?? html
  return template.content
}

// oxlint-disable-next-line import/no-default-export -- DOMPurify has one
export default { isSupported: true, addHook: (): void => {}, sanitize: toFragment }
