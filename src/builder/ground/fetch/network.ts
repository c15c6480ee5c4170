import { lookup } from 'node:dns/promises'
import { Agent as HttpAgent, request as requestHttp, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps, type RequestOptions } from 'node:https'
import { isPublicAddress } from './public-address.ts'

/** Access to the internet, with its allow lists. Only tests substitute another; no option of the program can. */
export interface Network {
  /** Resolves a name to all its IP addresses. */
  resolve(host: string): Promise<string[]>
  /** Whether an IP address may be connected to. */
  isAllowed(address: string): boolean
  /** Whether a port may be connected to. */
  isAllowedPort(port: number): boolean
  /** Starts a request. */
  request(url: URL, options: RequestOptions): ClientRequest
  /** Closes the connections that are kept alive. */
  close(): void
}

const socketsPerHost = 2

/** The public internet: public addresses and the two web ports only. */
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
