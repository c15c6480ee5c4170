import * as v from 'valibot'
import { BuildError } from '#builder/ground/build-error.ts'
import type { PublishTarget } from './publish-target.ts'

/** Place of a store for messages, without credentials. */
export interface StorePlace extends Pick<PublishTarget, 'bucket'> {
  /** Address given with `--endpoint`; absent for Amazon S3. */
  endpoint: string | undefined
}

/** Facts about a failed request. */
interface Failure {
  /** Error name from the store or the SDK. */
  name: string
  /** System error code, of the error or its cause. */
  code: string
  status: number | undefined
  attempts: number
}

type Words = (place: StorePlace, failure: Failure) => [message: string, hint: string]

const again = 'Publish again later: files that are already there are not sent again.'

const wordsByName: readonly [names: string[], words: Words][] = [
  [
    ['CredentialsProviderError', 'TokenProviderError'],
    () => [
      'No credentials for the store were found.',
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or sign in as for the AWS command line.',
    ],
  ],
  [
    ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken'],
    (place, { name }) => [
      `${toStoreName(place)} does not accept the credentials (${name}).`,
      'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN or the profile, and the clock of this machine.',
    ],
  ],
  [
    ['NoSuchBucket', 'InvalidBucketName'],
    (place) => [
      `${toStoreName(place)} has no bucket "${place.bucket}".`,
      'Create it first, or check its name and --endpoint.',
    ],
  ],
  [
    ['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException'],
    (place) => [
      `The bucket "${place.bucket}" is in another region.`,
      'Give its region with --region, or set AWS_REGION.',
    ],
  ],
  [
    ['BadDigest', 'InvalidDigest', 'IncompleteBody', 'XAmzContentSHA256Mismatch'],
    (place) => [`An upload to ${toStoreName(place)} was corrupted on the way.`, again],
  ],
]

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'EPROTO',
  'ETIMEDOUT',
])

/** Describes any error of the store, the network or the SDK. */
export function toStoreError(error: unknown, place: StorePlace): BuildError {
  if (error instanceof BuildError) return error
  const failure = readFailure(error)
  const words = wordsByName.find(([names]) => names.includes(failure.name))?.[1] ?? toOtherWords
  return new BuildError(...words(place, failure), { cause: error })
}

/** The error of a run that another run has overtaken. */
export function toOvertaken(cause?: unknown): BuildError {
  return new BuildError(
    'Another publish run has taken over this site, so this one stopped.',
    'Publish from one run at a time; start this one again if its site is the newer one.',
    { cause },
  )
}

function toOtherWords(place: StorePlace, failure: Failure): [string, string] {
  const { name, code, status, attempts } = failure
  const store = toStoreName(place)
  const said = status === undefined ? name : `${name}, status ${status}`
  if (isRegionMissing(failure)) {
    return ['The region of the bucket is not known.', 'Give it with --region, or set AWS_REGION.']
  }
  if (status === 403 || status === 401) {
    return [
      `${store} refuses access to the bucket "${place.bucket}" (${said}).`,
      'Publishing needs s3:ListBucket, s3:GetObject and s3:PutObject, --prune also s3:DeleteObject.',
    ]
  }
  if (status === 301 || status === 307) {
    return [
      `The bucket "${place.bucket}" is elsewhere (${said}).`,
      'Check --region and --endpoint.',
    ]
  }
  if (status === 404) {
    return [`${store} has no bucket "${place.bucket}" (${said}).`, 'Check its name and --endpoint.']
  }
  if (status === 429 || (status !== undefined && status >= 500)) {
    return [`${store} is overloaded or failing (${said}, ${attempts} attempts).`, again]
  }
  if (unreachableCodes.has(code) || name === 'TimeoutError') {
    return [
      `${store} cannot be reached (${code || name}).`,
      `Check --endpoint and the network. ${again}`,
    ]
  }
  return [`${store} cannot be used: ${said}.`, 'Check --endpoint, --region and the bucket.']
}

function isRegionMissing({ name }: Failure): boolean {
  return name === regionMissing
}

const regionMissing = 'Region is missing'

const failureShape = v.object({
  name: v.fallback(v.string(), 'unknown error'),
  message: v.fallback(v.string(), ''),
  code: v.fallback(v.string(), ''),
  cause: v.fallback(v.object({ code: v.fallback(v.string(), '') }), { code: '' }),
  $metadata: v.fallback(
    v.object({
      httpStatusCode: v.optional(v.number()),
      attempts: v.fallback(v.number(), 1),
    }),
    { attempts: 1 },
  ),
})

function readFailure(error: unknown): Failure {
  const isObject = typeof error === 'object' && error !== null
  const fields = v.parse(failureShape, isObject ? error : {})
  return {
    name: fields.message === regionMissing ? regionMissing : fields.name,
    code: fields.code || fields.cause.code,
    status: fields.$metadata.httpStatusCode,
    attempts: fields.$metadata.attempts,
  }
}

function toStoreName({ endpoint }: StorePlace): string {
  return endpoint === undefined ? 'Amazon S3' : `The store at ${endpoint}`
}
