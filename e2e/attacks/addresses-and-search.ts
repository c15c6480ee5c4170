import { toAttacks, type Attack, type AttackField } from './attack.ts'

const family = 'address and search'

function writtenByUser(field: AttackField): Attack[] {
  return [
    ...toAttacks(
      { family, bites: 'script', field },
      {
        [`${field} with an image`]: '<img src=x: onerror=bite()>',
        [`${field} with svg`]: '<svg onload=bite()>',
        [`${field} with a frame`]: '<iframe srcdoc="<script>parent.bite()</script>"></iframe>',
      },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'attribute' },
      { [`${field} that ends an attribute`]: '"><img src=x: onerror=bite()>' },
    ),
    ...toAttacks(
      { family, bites: 'script', field, written: 'link' },
      { [`${field} that is a script address`]: 'javascript:bite()' },
    ),
  ]
}

/** Hostile text in the address, from a link, or in the search box, typed or pasted. */
export const addressAttacks: Attack[] = (['parameter', 'postId', 'search'] as const).flatMap(
  writtenByUser,
)
