import type { FailureReason, PictureFailure } from '#builder/archive/pictures/picture-failure.ts'
import type { HostStop } from '#builder/ground/fetch/host-queue.ts'

interface Words {
  reason: string
  hint: string
}

const later = 'A later run tries it again.'
const elsewhere = 'Look for it in the Internet Archive.'

const words: Readonly<Record<FailureReason, Words>> = {
  address: {
    reason: 'Pictures are not fetched from such an address.',
    hint: 'Only http and https addresses on default ports, without user names, are fetched.',
  },
  privateNetwork: {
    reason: 'The address points into a private network.',
    hint: 'It is never requested, so that posts cannot probe the network of this machine.',
  },
  unknownHost: { reason: 'The host name cannot be resolved.', hint: elsewhere },
  connection: { reason: 'The host could not be reached.', hint: later },
  timeout: {
    reason: 'The host took too long to answer.',
    hint: 'Run the command again, or with a longer --timeout.',
  },
  status: { reason: 'The host did not return the picture.', hint: elsewhere },
  redirects: { reason: 'The host redirects too often.', hint: elsewhere },
  cutOff: { reason: 'The download was cut off.', hint: later },
  encoded: {
    reason: 'The host sent a compressed response that was not asked for.',
    hint: 'Such responses are not decompressed.',
  },
  notPicture: { reason: 'The response is not a picture.', hint: elsewhere },
  drawing: {
    reason: 'It is an SVG, which can contain scripts.',
    hint: 'It is not stored; readers load it from its host.',
  },
  tooLarge: {
    reason: 'The picture is too large.',
    hint: 'Run the command again with a larger --max-bytes.',
  },
  tooManyPixels: {
    reason: 'The picture has too many pixels for a browser.',
    hint: 'It is not stored.',
  },
  broken: { reason: 'The picture cannot be decoded.', hint: elsewhere },
}

const passingHint: Readonly<Record<string, string>> = { '403': later, '429': later, '503': later }

/** Reason and hint for a failed picture, in words. */
export function toFailureWords({ reason, detail }: PictureFailure): Words {
  const { reason: text, hint } = words[reason]
  return {
    reason: detail === undefined ? text : `${text.slice(0, -1)} (${detail}).`,
    hint: reason === 'status' ? (passingHint[detail ?? ''] ?? hint) : hint,
  }
}

/** Why the run gave up on a host, as part of a sentence. */
export const stopWords: Readonly<Record<HostStop, string>> = {
  addresses: 'request limit of one run reached (--max-per-host)',
  time: 'time limit of one run reached (--host-minutes)',
  failures: 'the host failed repeatedly',
  pause: 'the host asked for a long pause',
  total: 'size limit reached (--max-total)',
}
