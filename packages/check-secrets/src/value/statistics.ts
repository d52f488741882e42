/**
 * How rare each pair of letters is in the words of programs and their manuals: 0 common, 9 hardly ever; one row a first letter.
 * Counted over the 20,900 different words of the Python library and of 2,500 typings and manuals of npm packages.
 */
const rarity = [
  "53235547395121838121455547",
  "13341567247155258225288837",
  "16441671382356057342367959",
  "24430455167355257334356758",
  "35214346577331545112645358",
  "25441267088245158233287849",
  "26450442277342348124366877",
  "06550676195445169342387857",
  "34233438786230248322849594",
  "26451776264655156505164767",
  "25430444165363447314464947",
  "16530567176265149633368928",
  "03650677196336219634378869",
  "26222416274564258621447868",
  "54326547584220339132243578",
  "16451564296266237132376849",
  "55554567488255553326055686",
  "16340547194434159322456949",
  "36251552185455326520266649",
  "26450572088445249223476837",
  "32343448387221529122688787",
  "05560666177556359555676779",
  "15441563197462259214676588",
  "34241264268335419440557446",
  "34442457285322309412544655",
  "16550575175447259755565643",
].join("");

const letterToDigit = 6;
const lowerToUpper = 5;
const digitToDigit = 3;

/**
 * How far a text is from words, per pair of characters: names and prose lie around 3, machine-made text at 5 and above.
 * Signs are not counted.
 */
export function randomness(text: string): number {
  let sum = 0;
  let pairs = 0;
  for (let index = 1; index < text.length; index++) {
    const rare = pairRarity(text.charCodeAt(index - 1), text.charCodeAt(index));
    if (rare < 0) continue;
    sum += rare;
    pairs += 1;
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Shannon's entropy of a text, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function pairRarity(first: number, second: number): number {
  const from = kindOf(first);
  const to = kindOf(second);
  if (from === "sign" || to === "sign") return -1;
  if (from === "digit" && to === "digit") return digitToDigit;
  if (from === "digit" || to === "digit") return letterToDigit;
  if (from === "lower" && to === "upper") return lowerToUpper;
  return rarity.charCodeAt(((first | 32) - 97) * 26 + (second | 32) - 97) - 48;
}

function kindOf(code: number): "lower" | "upper" | "digit" | "sign" {
  if (code >= 97 && code <= 122) return "lower";
  if (code >= 65 && code <= 90) return "upper";
  return code >= 48 && code <= 57 ? "digit" : "sign";
}
