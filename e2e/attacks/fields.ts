import { toAttacks, type Attack, type AttackField } from './attack.ts'

const family = 'fields'

function fieldAttacks(field: AttackField): Attack[] {
  return [
    ...toAttacks(
      { family, bites: 'script', field },
      {
        [`${field} with an image`]: '<img src=x: onerror=bite()>',
        [`${field} with svg`]: 'Tide<svg onload=bite()>',
      },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'parsed' },
      { [`${field} that ends the page title`]: '</title></head><script>bite()</script>' },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'attribute' },
      {
        [`${field} that ends an attribute`]: '"><img src=x: onerror=bite()>',
        [`${field} that adds an attribute`]: '" onmouseover="bite()" autofocus tabindex="0',
      },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'json' },
      { [`${field} that ends a script`]: '</script><script>bite()</script>' },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'decoded' },
      { [`${field} that is encoded`]: '&lt;img src=x: onerror=bite()&gt;' },
    ),
    ...toAttacks(
      { family, bites: 'request', field },
      { [`${field} with a picture`]: '<img src=https://attacker.example/field.png>' },
    ),
  ]
}

/** Titles, authors, tags and categories that are markup. */
export const fieldTextAttacks: Attack[] = (['title', 'author', 'tag', 'category'] as const).flatMap(
  fieldAttacks,
)

/** Source URLs that run code, or break out of their attribute. */
export const sourceUrlAttacks: Attack[] = [
  ...toAttacks(
    { family, bites: 'script', field: 'sourceUrl', written: 'link' },
    {
      'source address that runs': 'javascript:bite()',
      'source address that runs in mixed case': 'JaVaScRiPt:bite()',
      'source address that runs behind a comment': 'javascript://saltmere.example/%0Abite()',
      'source address that runs behind a tab': 'java\tscript:bite()',
      'source address that runs behind a control character': '\u0001javascript:bite()',
      'source address that runs and looks like a player':
        'javascript:/*https://www.youtube.com/watch?v=AbCdEfGhIjK*/bite()',
    },
  ),
  ...toAttacks(
    { family, bites: 'script', field: 'sourceUrl', written: 'attribute' },
    {
      'source address that ends an attribute':
        'https://saltmere.example/"><img src=x: onerror=bite()>',
      'source address that adds an attribute':
        'https://saltmere.example/" onmouseover="bite()" x="',
    },
  ),
]
