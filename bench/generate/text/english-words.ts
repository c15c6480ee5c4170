/** English words, the commonest first, then those of newspapers and travel talk. */
export const englishWords: readonly string[] = (
  'the of and to in a is that for it on was with as at by be from are this have an or they which one you were all ' +
  'their there been has more when who will would no if out so said what up its about into than them can only other ' +
  'new some could time these two may then do first any my now such like our over man me even most made after also ' +
  'did many before must through back years where much your way well down should because each just those people how ' +
  'too little state good very make world still own see men work long get here between both life being under never ' +
  'day same another know while last might us great old year off come since against go came right used take three ' +
  'government policy economy history market company growth money bank trade labour worker factory farm village city ' +
  'river bridge harbour station railway tram ferry street corner window garden kitchen table letter paper page book ' +
  'library archive photograph camera film story chapter reader writer editor journalist interview source report ' +
  'record evidence court judge lawyer law rule right freedom privacy security network device password message phone ' +
  'signal cable server software engineer design machine energy power water weather season winter summer spring rain ' +
  'snow wind mountain forest island coast border road map journey traveller ticket hotel breakfast dinner tea coffee ' +
  'bread rice noodle fruit apple orange price cost budget tax income wage rent house family child mother father sister ' +
  'brother friend neighbour teacher student school university lesson language word sentence meaning question answer ' +
  'reason problem change future past present century decade month week morning evening night moment memory dream'
).split(' ')

const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh st str t tr v w'.split(
  ' ',
)
const vowels = 'a e i o u ai ea ee oa ou'.split(' ')
const codas = 'l m n nd nt r rd rk s st t ck ng sh'.split(' ')

/** Parts that make a word that could be English: the long tail of names and terms. */
export const syllables = { onsets, vowels, codas } as const
