/**
 * A path whose query stands behind `#`, so that no host hears of it and none can log it: `/?q=tea#end` is
 * `/#?q=tea#end`.
 */
export function toQuietPath(path: string): string {
  return path.replace(/^([^?#]*)\?/, '$1#?')
}
