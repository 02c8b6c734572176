/**
 * Is this Dutch? Function words tell: they make up a third of any prose and hardly differ between texts. Words that
 * Dutch shares with English, German or French (in, is, die, de, over, me) count for neither.
 */
export const DUTCH = 1;
export const FOREIGN = 2;
/** A word of the software trade; a text full of them is no programme, whatever else it mentions. */
export const SOFTWARE = 4;

const dutch =
  'het een van en dat niet zijn op voor met aan om ook er maar bij uit nog naar worden wordt door we wij wat dan zo geen heeft hebben ' +
  'deze dit onze moet moeten kunnen kan meer tot tegen hun zich waar zodat willen gaan ze zij al deze veel omdat mensen of daarom te als';
const foreign =
  'the and of to that for with are be this you it on by from as your an can not have will which or our their if all when use should ' +
  'der das und ist nicht mit den ein eine zu auf fur sich auch wir werden dem des im sie sind oder ' +
  'le la les et des une que pour dans est sur pas par plus nous avec sont ou au aux du ce cette el los las y por una para con del ' +
  // Frisian, but for what it shares with Dutch.
  'fan yn wy foar binne hawwe wurdt wurde kin sil sille moat moatte wolle troch nei ut us ek mear oer gjin jo dy sa oan dizze minsken tusken elts wenje wenningen ' +
  'hjir sjen jier nije doarp doarpen soarch enerzjy mienskip takomst bliuwt bliuwe meitsje stypje ' +
  // Low Saxon and Limburgish.
  'veur bint oonze nait gien doar darp darpen mut bie det iederene neet ouch oos euch luuj wae waat sjoon zeen';

const software =
  'npm npx yarn pnpm pip docker kubernetes git github gitlab repository repo repositories commit commits branch branches fork pull request ' +
  'requests release releases api apis json yaml xml css javascript typescript python java php nodejs linux macos server plugin plugins ' +
  'extensie extensies package packages dependency dependencies installatie installeren installeer geinstalleerd script scripts ' +
  'opdrachtregel commando commandos broncode readme changelog licentie localhost configuratiebestand bug bugs debug framework library ' +
  'backend frontend sql endpoint endpoints token tokens';

const marks = new Map<string, number>();
for (const word of dutch.split(' ')) marks.set(word, DUTCH);
for (const word of foreign.split(' ')) if (!marks.has(word)) marks.set(word, FOREIGN);
for (const word of software.split(' ')) marks.set(word, SOFTWARE);

/** {@link DUTCH}, {@link FOREIGN}, {@link SOFTWARE} or 0 for a folded word form. */
export function languageMark(form: string): number {
  return marks.get(form) ?? 0;
}

/**
 * Whether a stretch of text is to be read as Dutch. With few words there is little to go by: then it is,
 * unless the foreign words clearly prevail.
 */
export function isDutch(dutchWords: number, foreignWords: number): boolean {
  return foreignWords < 2 || dutchWords >= foreignWords;
}

/** Whether a document is about software: a README, a manual. In programmes such words are one in a thousand at most. */
export function isAboutSoftware(words: number, softwareWords: number): boolean {
  return softwareWords >= 5 && softwareWords * 50 >= words;
}
