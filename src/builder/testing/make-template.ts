// Makers for tests.
import { renderTemplate } from '#builder/read/template/render-template.ts'
import { toSiteFacts } from '#builder/read/template/site/site-facts.ts'
import type { RenderedTemplate, TemplateContext } from '#builder/read/template/template-context.ts'

export const jekyll = toSiteFacts(
  'title: Pier\nurl: https://pier.example\nbaseurl: /log\npermalink: pretty\nshown: true\nboats: [ Ada, Bo ]\nlamp: { oil: 3 }\n',
)
export const hexo = toSiteFacts(
  'title: Pier\nurl: https://pier.example\nsource_dir: source\npublic_dir: public\n',
)

export function render(body: string, more: Partial<TemplateContext> = {}): RenderedTemplate {
  return renderTemplate(body, {
    site: jekyll,
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
