import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import { toErrorCode } from '../disk/error-code.ts'
import type { Network } from './network.ts'
import { FetchError, type FetchFailure } from './fetch-failure.ts'
import { parseRetryAfter } from './retry-after.ts'

/** Bounds and headers of one fetch. */
export interface FetchBounds {
  /** Most bytes of the body. */
  maxBytes: number
  /** From the DNS lookup to the last byte, redirects included. */
  timeoutMs: number
  /** The `User-Agent` header. */
  userAgent: string
  /** The `Accept` header: media types, best first. */
  accept: string
}

const mostRedirects = 5
const redirectStatus = new Set([301, 302, 303, 307, 308])

/**
 * Downloads the bytes at an address, without cookies and without a referrer. Guards against SSRF: every host on the
 * way, redirects included, is resolved and checked, and the connection goes to the checked IP address, so DNS
 * rebinding has no effect.
 */
export async function downloadBytes(
  address: string,
  bounds: FetchBounds,
  network: Network,
): Promise<Buffer | FetchFailure> {
  const signal = AbortSignal.timeout(bounds.timeoutMs)
  try {
    return await followAddress(address, { bounds, network, signal })
  } catch (error) {
    if (error instanceof FetchError) return error.failure
    if (signal.aborted) return { reason: 'timeout', detail: `${bounds.timeoutMs / 1_000} s` }
    return { reason: 'connection', detail: toErrorCode(error) }
  }
}

interface Walk {
  bounds: FetchBounds
  network: Network
  signal: AbortSignal
}

async function followAddress(address: string, walk: Walk): Promise<Buffer> {
  let url = parseAddress(address, undefined)
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(url, walk)
    const { statusCode = 0, headers } = response
    if (redirectStatus.has(statusCode) && headers.location !== undefined) {
      response.destroy()
      url = parseAddress(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      const retryAfterMs = parseRetryAfter(headers['retry-after'], headers.date)
      throw new FetchError({ reason: 'status', detail: String(statusCode), retryAfterMs })
    }
    return await readBody(response, walk)
  }
  throw new FetchError({ reason: 'redirects', detail: `more than ${mostRedirects}` })
}

function parseAddress(address: string, base: URL | undefined): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  if (url === undefined) throw new FetchError({ reason: 'address', detail: 'unreadable' })
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new FetchError({ reason: 'address', detail: url.protocol })
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError({ reason: 'address', detail: 'it holds a user name' })
  }
  url.hash = ''
  return url
}

/** Sends the request to a checked address and returns the response. */
async function ask(url: URL, { network, bounds, signal }: Walk): Promise<IncomingMessage> {
  signal.throwIfAborted()
  const port = Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port)
  if (!network.isAllowedPort(port)) {
    throw new FetchError({ reason: 'address', detail: `port ${port}` })
  }
  const addresses = await resolveChecked(url, { network, signal })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    network
      .request(url, {
        signal,
        lookup: pinTo(addresses),
        headers: {
          Accept: bounds.accept,
          // A compressed body could expand to any size.
          'Accept-Encoding': 'identity',
          'User-Agent': bounds.userAgent,
        },
      })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
  const { remoteAddress } = response.socket
  if (remoteAddress !== undefined && !network.isAllowed(toPlainAddress(remoteAddress))) {
    response.destroy()
    throw new FetchError({ reason: 'privateNetwork', detail: remoteAddress })
  }
  return response
}

/** The IP addresses of a host. A single forbidden one makes the whole name suspicious, so it is refused. */
async function resolveChecked(
  { hostname }: URL,
  { network, signal }: Pick<Walk, 'network' | 'signal'>,
): Promise<string[]> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(literal) === 0 ? await resolveName(hostname, network, signal) : [literal]
  const refused = addresses.find((address) => !network.isAllowed(address))
  if (refused !== undefined) throw new FetchError({ reason: 'privateNetwork', detail: refused })
  return addresses
}

async function resolveName(
  hostname: string,
  network: Network,
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const addresses = await untilAborted(network.resolve(hostname), signal)
    if (addresses.length > 0) return addresses
  } catch (error) {
    if (signal.aborted) throw error
    const code = toErrorCode(error)
    if (code === 'EAI_AGAIN') throw new FetchError({ reason: 'connection', detail: code })
  }
  throw new FetchError({ reason: 'unknownHost', detail: hostname })
}

/** A DNS lookup cannot be cancelled; this only stops waiting for it. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = once(signal, 'abort').then(() => {
    throw new Error('aborted', { cause: signal.reason })
  })
  return Promise.race([work, aborted])
}

/** A `lookup` for the socket that returns the checked addresses instead of resolving again. */
function pinTo(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_hostname, { all }, callback) => {
    const [first] = entries
    if (all === true) callback(null, entries)
    else callback(null, first?.address ?? '', first?.family)
  }
}

/** A dual-stack socket reports IPv4 addresses mapped into IPv6. */
function toPlainAddress(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

async function readBody(
  response: IncomingMessage,
  { bounds: { maxBytes }, signal }: Walk,
): Promise<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (encoding.trim().toLowerCase() !== 'identity') {
    response.destroy()
    throw new FetchError({ reason: 'encoded', detail: encoding.slice(0, 40) })
  }
  const tooLarge = () => new FetchError({ reason: 'tooLarge', detail: `over ${maxBytes} bytes` })
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw tooLarge()
  }
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      // Leaving the loop closes the connection. Content-Length is not trusted.
      if (bytes > maxBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof FetchError || signal.aborted) throw error
    throw new FetchError({ reason: 'cutOff', detail: `after ${bytes} bytes` })
  }
  if (!response.complete) throw new FetchError({ reason: 'cutOff', detail: `after ${bytes} bytes` })
  return Buffer.concat(chunks)
}
