// Makers for tests.
import { renderTemplate } from '#builder/read/template/render-template.ts'
import { toLooseAddresses } from '#builder/read/address/site-addresses.ts'
import { toSiteFacts } from '#builder/read/template/site/site-facts.ts'
import type { RenderedTemplate, TemplateContext } from '#builder/read/template/template-context.ts'

const url = 'https://pier.example'
export const jekyll = toSiteFacts(
  'pier',
  { generator: 'jekyll', url, baseurl: '/log', permalink: 'pretty' },
  { title: 'Pier', shown: true, boats: ['Ada', 'Bo'], lamp: { oil: 3 } },
)
export const hexo = toSiteFacts('pier', { generator: 'hexo', url })
export const hugo = toSiteFacts('pier', { generator: 'hugo', url })
export const zola = toSiteFacts('pier', { generator: 'zola', url })

export function render(body: string, more: Partial<TemplateContext> = {}): RenderedTemplate {
  return renderTemplate(body, {
    site: jekyll,
    addresses:
      ('site' in more ? more.site : jekyll)?.addresses ?? toLooseAddresses('pier', '_posts/'),
    fileName: '2021-05-06-quay.md',
    path: '_posts/2021-05-06-quay.md',
    page: new Map<string, unknown>([
      ['title', 'Quay'],
      ['version', 2],
      ['date', '2021-05-06 07:08:09 +0200'],
    ]),
    isMirrored: false,
    ...more,
  })
}
