/** Where a site is published to. */
export interface PublishTarget {
  bucket: string
  /** What the keys of all files begin with: empty, or a path with `/` at its end. */
  prefix: string
}

const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const stepPattern = /^(?!\.\.?$)[\w.~-]{1,100}$/

/** Reads `s3://bucket/prefix`; `undefined` for everything else. */
export function parseTarget(text: string): PublishTarget | undefined {
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*))?$/.exec(text) ?? []
  if (!bucketPattern.test(bucket)) return undefined
  const steps = rest.split('/').filter((step) => step !== '')
  if (!steps.every((step) => stepPattern.test(step))) return undefined
  return { bucket, prefix: steps.map((step) => `${step}/`).join('') }
}

/** Reads the address of a store; `undefined` for everything else, also for one with a user name: it would be shown. */
export function parseEndpoint(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = /^https?:$/.test(url.protocol)
  const hasMore = `${url.username}${url.password}${url.search}${url.hash}` !== ''
  return isWeb && !hasMore ? url.href.replace(/\/$/, '') : undefined
}
