import { useEffect, useSyncExternalStore } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import { ListenButton } from './listen-button.tsx'
import type { ListenToolProps } from './listened-article.ts'
import { takeMediaKeys, tellPlayback } from './speech/lock-screen.ts'
import type { Listening } from './start-reading.ts'
import { useSpokenMark } from './use-spoken-mark.ts'
import styles from './listen.module.css'

interface ListenControlsProps extends Pick<ListenToolProps, 'box' | 'language' | 'named'> {
  listening: Extract<Listening, { kind: 'reading' }>
  onClose: () => void
}

const rates = [0.6, 0.75, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2]

/** Play and pause, skip, speed and stop for what is being read; the media keys of the system do the same. */
export function ListenControls({ box, language, named, listening, onClose }: ListenControlsProps) {
  const { t } = useTranslation()
  const { reading, sentences } = listening
  const { state, at, rate, leftOut } = useSyncExternalStore(reading.subscribe, reading.read)
  const isSpeaking = state === 'speaking'
  const show = useSpokenMark({ box, language, sentences, at })
  const sentence = (by: 1 | -1) => {
    show()
    reading.skipSentences(by)
  }
  const paragraph = (by: 1 | -1) => {
    show()
    reading.skipParagraph(by)
  }
  const toggle = () => {
    show()
    if (isSpeaking) reading.pause()
    else reading.play()
  }
  useKeys({ l: toggle })
  useEffect(() => tellPlayback(isSpeaking), [isSpeaking])
  useMediaKeys({ named, reading, onClose })
  return (
    <>
      <ListenButton
        label={t('listen.paragraphBack')}
        icon="paragraphBack"
        onPress={() => paragraph(-1)}
      />
      <ListenButton
        label={t('listen.sentenceBack')}
        icon="sentenceBack"
        onPress={() => sentence(-1)}
      />
      <ListenButton
        label={t(isSpeaking ? 'listen.pause' : 'listen.play')}
        icon={isSpeaking ? 'pause' : 'play'}
        onPress={toggle}
        isFirst
      />
      <ListenButton label={t('listen.sentenceOn')} icon="sentenceOn" onPress={() => sentence(1)} />
      <ListenButton
        label={t('listen.paragraphOn')}
        icon="paragraphOn"
        onPress={() => paragraph(1)}
      />
      <select
        className={styles.rate}
        aria-label={t('listen.rate')}
        value={rate}
        onChange={({ target }) => {
          reading.setRate(Number(target.value))
        }}
      >
        {rates.map((value) => (
          <option key={value} value={value}>
            {`${value} ×`}
          </option>
        ))}
      </select>
      <output className={styles.note}>
        {state === 'failed' && t('listen.failed')}
        {state !== 'failed' &&
          leftOut > 0 &&
          t('listen.leftOut', { count: leftOut, number: toNumberText(leftOut) })}
      </output>
      <ListenButton label={t('listen.stop')} icon="close" onPress={onClose} />
    </>
  )
}

/** The keys of keyboards, headsets and lock screens; a track is a paragraph, a step within it a sentence. */
function useMediaKeys({
  named,
  reading,
  onClose,
}: Pick<ListenControlsProps, 'named' | 'onClose'> & {
  reading: ListenControlsProps['listening']['reading']
}): void {
  const { title, artist, album } = named
  useEffect(
    () =>
      takeMediaKeys(
        { title, artist, album },
        {
          play: () => reading.play(),
          pause: () => reading.pause(),
          stop: onClose,
          nexttrack: () => reading.skipParagraph(1),
          previoustrack: () => reading.skipParagraph(-1),
          seekforward: () => reading.skipSentences(1),
          seekbackward: () => reading.skipSentences(-1),
        },
      ),
    // Whoever closes the bar is the same for as long as it is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [reading, title, artist, album],
  )
}
