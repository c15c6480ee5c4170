import type { FailureReason, PictureFailure } from '#builder/ground/fetch/picture-failure.ts'
import type { HostStop } from './host-queue.ts'

interface Words {
  reason: string
  hint: string
}

const later = 'A later run asks for it again.'
const elsewhere = 'Look for it in the Internet Archive.'

const words: Readonly<Record<FailureReason, Words>> = {
  address: {
    reason: 'The address is none that pictures are fetched from.',
    hint: 'Only http and https on their usual ports are, without user names.',
  },
  privateNetwork: {
    reason: 'The address leads into a private network.',
    hint: 'It is not followed: nobody but this network should be told what lies there.',
  },
  unknownHost: { reason: 'The host is not known any more.', hint: elsewhere },
  connection: { reason: 'The host could not be reached.', hint: later },
  timeout: {
    reason: 'The host took too long.',
    hint: 'A later run or a longer --timeout may help.',
  },
  status: { reason: 'The host did not give the picture.', hint: elsewhere },
  redirects: { reason: 'The host sends from one address to the next.', hint: elsewhere },
  cutOff: { reason: 'The picture was cut off on its way.', hint: later },
  encoded: { reason: 'The host sent packed bytes, unasked.', hint: 'They are not unpacked.' },
  notPicture: { reason: 'What came is no picture.', hint: elsewhere },
  drawing: {
    reason: 'It is an SVG, which is a document that may hold anything.',
    hint: 'It stays where it is, and is shown from there.',
  },
  tooLarge: { reason: 'The picture is too large.', hint: 'A larger --max-bytes may help.' },
  tooManyPixels: {
    reason: 'The picture has too many pixels for a browser.',
    hint: 'It stays where it is.',
  },
  broken: { reason: 'The picture cannot be read.', hint: elsewhere },
}

const passingHint: Readonly<Record<string, string>> = { '403': later, '429': later, '503': later }

/** Why a picture could not be had and what may help, in words. */
export function toFailureWords({ reason, detail }: PictureFailure): Words {
  const { reason: text, hint } = words[reason]
  return {
    reason: detail === undefined ? text : `${text.slice(0, -1)} (${detail}).`,
    hint: reason === 'status' ? (passingHint[detail ?? ''] ?? hint) : hint,
  }
}

/** Why a host was left before all its addresses were asked for, as a part of a sentence. */
export const stopWords: Readonly<Record<HostStop, string>> = {
  addresses: 'as many as one run asks a host for',
  time: 'as long as one run stays with a host',
  failures: 'it failed again and again',
  pause: 'it asked for a long pause',
  total: 'there is no more room, see --max-total',
}
