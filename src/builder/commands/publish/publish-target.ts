/** Where a site is published to. */
export interface PublishTarget {
  bucket: string
  /** Prefix of all object keys: empty, or a path with a trailing `/`. */
  prefix: string
}

const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const stepPattern = /^(?!\.\.?$)[\w.~-]{1,100}$/

/** Parses `s3://bucket/prefix`; `undefined` for anything else. */
export function parseTarget(text: string): PublishTarget | undefined {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/.exec(text) ?? []
  if (!bucketPattern.test(bucket)) return undefined
  const steps = rest.split('/').filter((step) => step !== '')
  if (!steps.every((step) => stepPattern.test(step))) return undefined
  return { bucket, prefix: steps.map((step) => `${step}/`).join('') }
}

/**
 * Parses the address of a store; `undefined` for anything else, and for one with a user name, as it would be printed.
 */
export function parseEndpoint(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = /^https?:$/.test(url.protocol)
  const hasMore = `${url.username}${url.password}${url.search}${url.hash}` !== ''
  return isWeb && !hasMore ? url.href.replace(/\/$/, '') : undefined
}
