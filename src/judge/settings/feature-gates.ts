/** Names that switch all gates of a stage that are not named themselves. */
type Stage = 'AllAlpha' | 'AllBeta';

/** What --feature-gates says of a gate, by its name or that of its stage; undefined where it says nothing. */
export function gateGiven(gates: readonly string[], gate: string, stage?: Stage): boolean | undefined {
  // From 1.31 on a component may stand in front: kube:Gate=true.
  const given = gates.map((one) => one.replaceAll(/\s/g, '').replace(/^(?:kube)?:/, ''));
  const said = [gate, stage].map((name) => given.findLast((one) => one.startsWith(`${name}=`))).find(Boolean);
  // As Go reads booleans.
  return said === undefined ? undefined : /=(?:1|t|true)$/i.test(said);
}
