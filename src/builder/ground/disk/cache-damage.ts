/** The cache does not hold what was put into it. A build that meets this starts again without it. */
export class CacheDamage extends Error {
  override name = 'CacheDamage'
}
