/** What tokens look like: JSON web tokens, and those of EKS. */
const TOKENS = /\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?|\bk8s-aws-v1\.[\w-]+|\bBearer +\S+/g;
/** Everything that a terminal could take for a command, line ends included. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const LONGEST = 400;

/** Text from elsewhere as one line for an error: without control characters or tokens, and not too long. */
export function plainText(text: string): string {
  const line = text.replace(CONTROLS, ' ').replace(TOKENS, '[token]').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}...`;
}
