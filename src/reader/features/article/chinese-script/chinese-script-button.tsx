import { useState, useSyncExternalStore } from 'react'
import type { Words } from '#article/words.ts'
import { isChinese, chineseScriptChoice } from '#reader/chinese-script/shown-chinese-script.ts'
import { changeSettings } from '#reader/ui/use-settings.ts'

interface ChineseScriptButtonProps {
  /** Language tag of the original text. */
  language: string | undefined
  words: Words
}

/** Toggles a Chinese article between its original script and the other one. The choice holds for all articles. */
export function ChineseScriptButton({ language, words }: ChineseScriptButtonProps) {
  const shown = useSyncExternalStore(chineseScriptChoice.subscribe, chineseScriptChoice.read)
  const [hasFailed, setFailed] = useState(false)
  if (!isChinese(language)) return null
  const other = language === 'zh-Hant' ? 'zh-Hans' : 'zh-Hant'
  const isOther = shown?.script === other
  const change = async () => {
    const script = isOther ? 'written' : other
    try {
      await chineseScriptChoice.want(script)
      changeSettings({ chineseScript: script })
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  const name = words(`article.script.${other}`)
  return (
    <>
      <button
        type="button"
        className="article-script"
        lang={other}
        aria-pressed={isOther}
        aria-label={name}
        title={name}
        onClick={() => void change()}
      >
        {other === 'zh-Hans' ? '简' : '繁'}
      </button>
      <output className="article-said">{hasFailed && words('article.script.failed')}</output>
    </>
  )
}
