/** What of a voice decides. */
export type VoiceFacts = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default'>

/** Regions whose voices read a script of Chinese, the first best. */
const chineseRegions: Readonly<Record<string, readonly string[]>> = {
  hans: ['cn', 'sg'],
  hant: ['tw', 'hk', 'mo'],
}

/** The best voice for a language; local voices come before remote ones, which are left out unless they may be used. */
export function chooseVoice<Voice extends VoiceFacts>(
  voices: readonly Voice[],
  language: string,
  mayBeRemote: boolean,
): Voice | undefined {
  let best: { voice: Voice; score: number } | undefined
  for (const voice of voices) {
    if (!voice.localService && !mayBeRemote) continue
    const score = scoreVoice(voice, language)
    if (score > 0 && score > (best?.score ?? 0)) best = { voice, score }
  }
  return best?.voice
}

/** 0 = does not speak the language. Being local weighs more than any region. */
function scoreVoice({ lang, localService, default: isDefault }: VoiceFacts, language: string) {
  const wanted = toSubtags(language)
  const spoken = toSubtags(lang)
  if (toPrimary(wanted[0]) !== toPrimary(spoken[0])) return 0
  // A voice for a romanization cannot read the script itself.
  if (spoken.includes('latn') && !wanted.includes('latn')) return 0
  const isSame = wanted.join('-') === spoken.join('-')
  return (
    1 + (localService ? 16 : 0) + (isSame ? 8 : toRegionScore(wanted, spoken)) + (isDefault ? 1 : 0)
  )
}

function toRegionScore(wanted: readonly string[], spoken: readonly string[]): number {
  const script = wanted.find((tag) => tag in chineseRegions)
  const named = wanted.slice(1).filter((tag) => tag !== script)
  const regions = [...named, ...(chineseRegions[script ?? ''] ?? [])]
  const at = regions.findIndex((region) => spoken.includes(region))
  if (at !== -1) return 6 - at
  return script !== undefined && spoken.includes(script) ? 6 : 0
}

/** Android writes `zh_CN_#Hans`, eSpeak `cmn-latn-pinyin`. */
function toSubtags(language: string): string[] {
  return language.toLowerCase().split(/[-_#]+/)
}

function toPrimary(tag = ''): string {
  return tag === 'cmn' ? 'zh' : tag === 'iw' ? 'he' : tag
}
