import { drawQuantile } from '../draws.ts'
import type { Family } from '../plan/source.ts'
import { writeBlogPage } from './blog-page.ts'
import type { BodyInput, WriteBody } from './body.ts'
import { writeEssay } from './essay.ts'
import { writeFeedItem } from './feed-item.ts'
import { writeMagazinePage } from './magazine-page.ts'
import { writePortalPage } from './portal-page.ts'
import { writeReview } from './review.ts'
import { writeVideoDescription } from './video-description.ts'

const writers: Readonly<Record<Family, WriteBody>> = {
  video: writeVideoDescription,
  community: writeEssay,
  blog: writeBlogPage,
  magazine: writeMagazinePage,
  portal: writePortalPage,
  journal: writeReview,
  platform: writeFeedItem,
}

/** The light profile keeps this many characters of a text whole, and a small part of the rest. */
const lightCharacters = 300
const lightPart = 0.04

/** Draws how long a post is and writes its body. */
export function writeBody(input: Omit<BodyInput, 'characters'>, profile: 'full' | 'light'): string {
  const { family, text } = input.facts.source
  const drawn = drawQuantile(input.random, text)
  const rest = Math.max(0, drawn - lightCharacters)
  const characters = profile === 'light' ? drawn - Math.round(rest * (1 - lightPart)) : drawn
  return writers[family]({ ...input, characters })
}
