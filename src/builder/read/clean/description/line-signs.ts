/** Patterns that mark the start or end of a line in a description. */

/** A drawn line: five or more of one character. Asterisks and the like next to a word may mask letters instead. */
export const rulePattern =
  /([-=—–─━═－＝▬])\1{4,}|(?<![A-Za-z\d*＊_＿~])([*＊_＿~])\2{4,}|([*＊_＿])\3{7,}|(?<=[a-z\d])\*{5,7}(?=\p{Script=Han})/gu

/** Bullets. Hearts and hands are left out, because they are as often decoration. */
export const bulletPattern = /[✪►▶●◆■▪◾◼•➤☑✅✔⚫🔹🔸📌⭐🔴🔵]/gu

/** Characters that may precede a time code. */
export const signBeforeCode =
  /(?:[[(（【〔]|(?<![-–—])[-–—]|[•·▶►●◆■]|\p{Extended_Pictographic}\ufe0f?) ?$/u

const role =
  '主持人?|嘉[宾賓]|[题題]目|主[题題]|[导導]演|[编編][导導剧劇辑輯曲]|[监監][制製]|[制製]作人?|[摄攝]影|剪[辑輯]|[后後]期|配音|旁白|' +
  '音[乐樂]|作曲|作[词詞]|[词詞]曲|字幕|校[对對]|撰稿|文稿|策[划劃]|[记記]者|翻[译譯]|出品人?|[统統][筹籌]|混音|吉他'
const before =
  '本期|本集|特邀|特[约約]|[节節]目|背景|片[头頭]|片尾|[执執]行|[总總]|[联聯]合|[现現][场場]|助理'

/** Credits, and when a programme is on: `主持：…題目：…逢星期四`. */
export const creditPattern = new RegExp(
  `(?:${before})?(?:${role})(?:[/、]${role})? ?[:：︰]|逢(?:星期|[周週])[一二三四五六日天]`,
  'gu',
)

/** Service names that begin a line, glued to the end of the previous one. */
export const servicePattern =
  /(?<=[a-z\d)）」』》】。！？!?])(?:Facebook|Instagram|Twitter|Telegram|Patreon|Pay[Pp]al|E-?[Mm]ail|Whats[Aa]pp|We[Cc]hat|You[Tt]ube|Discord|Website|IG|FB)(?=群|频道|頻道| {0,2}(?:[:：→]|https?:))/g

/** End of a sentence, in either script, that another sentence follows. */
export const sentenceEnd = /[。！？!?…；][”’」』）)】]*(?![\p{P}\s]*[,，、。])/gu

/** Start of a Western sentence glued to the previous one because the line break was lost. */
export const gluedSentence =
  /(?<=[\p{Ll}\d)”"’'][.!?]["”’)]?)(?=\p{Lu}\p{Ll}{0,20}['’]?\p{Ll}{0,3} )/gu

/** Requests to the viewers, such as `subscribe` or `follow us`, after the last chapter. */
export const requestPattern =
  /[赏賞]我|打[赏賞]|支持我|[订訂][阅閱]|加入|[关關]注|[赞贊]助|小[红紅][书書]|微信|微博|[联聯][系繫絡络]|商[务務]|[脸臉][书書]|[邮郵][箱件]|本[频頻]道|[欢歡]迎/gu

/** A Western label with a colon, glued to the text before: `the catPatterns to print: `. */
export const gluedLabel = /(?<=[\p{Ll}\d)])\p{Lu}\p{Ll}+(?: [\p{L}\d]+){0,4} ?[:：] ?$/u

/** Names with an inner capital, which are not two glued words. */
export const mixedNames =
  /(?:TikTok|YouTube|PayPal|WhatsApp|WeChat|LinkedIn|SoundCloud|GitHub|iPhone|iTunes)[^:：]*[:：] ?$/
