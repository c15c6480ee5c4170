/** The cache is damaged. A build that catches this clears the cache and starts again. */
export class CacheDamage extends Error {
  override name = 'CacheDamage'
}
