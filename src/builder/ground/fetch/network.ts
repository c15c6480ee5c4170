import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as requestHttp, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps, type RequestOptions } from 'node:https'
import { isPublicAddress } from './public-address.ts'

/** The way to the internet, and what of it may be walked. Tests put their own in place; no option of the program does. */
export interface Network {
  /** All IP addresses of a name. */
  resolve(host: string): Promise<string[]>
  /** Whether an IP address may be connected to. */
  isAllowed(address: string): boolean
  /** Whether a port may be connected to. */
  isAllowedPort(port: number): boolean
  /** Begins a request. */
  request(url: URL, options: RequestOptions): ClientRequest
  /** Closes what is still open. */
  close(): void
}

const socketsPerHost = 2

/** The public internet: web ports, public addresses. */
export function openPublicNetwork(): Network {
  const settings = { keepAlive: true, maxSockets: socketsPerHost, timeout: 60_000 }
  const http = new HttpAgent(settings)
  const https = new HttpsAgent(settings)
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    isAllowed: isPublicAddress,
    isAllowedPort: (port) => port === 80 || port === 443,
    request: (url, options) =>
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, agent: https })
        : requestHttp(url, { ...options, agent: http }),
    close: () => {
      http.destroy()
      https.destroy()
    },
  }
}
