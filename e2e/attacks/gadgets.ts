import { toAttacks, type Attack } from './attack.ts'

const family = 'gadgets'

/** Strings that need a gadget inside the page: a template engine, a component library, a plain object. */
export const gadgetAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script', written: 'template' },
    {
      'expression in a body': '<p>{{ bite() }}</p>',
      'expression through a constructor': `{{ 'x'.constructor.constructor('bite()')() }}`,
      'expression through an array': `{{ [].map.constructor('bite()')() }}`,
      'expression in an attribute': `<b title="{{ globalThis['bi' + 'te']() }}">x</b>`,
    },
  ),
  ...toAttacks(
    { family, bites: 'script', field: 'title', written: 'template' },
    { 'expression in a title': `{{ 'tide'.sub.constructor('bite()')() }}` },
  ),
  ...toAttacks(
    { family, bites: 'script', field: 'extra', written: 'props' },
    {
      'properties of a component':
        '{"dangerouslySetInnerHTML":{"__html":"<img src=x: onerror=bite()>"}}',
      'properties with a handler': '{"onpointerover":"bite()","title":"x"}',
    },
  ),
  ...toAttacks(
    { family, bites: 'clobber', field: 'tag', written: 'counter' },
    {
      'tag __proto__': '__proto__',
      'tag constructor': 'constructor',
      'tag toString': 'toString',
      'tag hasOwnProperty': 'hasOwnProperty',
      'tag valueOf': 'valueOf',
    },
  ),
]
