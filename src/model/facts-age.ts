/** Age from which data no longer stand for what there is now: the newest that is known may not be the newest that there is. */
const OLD_DAYS = 90;

/** Whether data of a day are too old at a time to let anything pass that may have changed since. */
export const tooOld = (asOf: string, now: string): boolean =>
  Date.parse(now) - Date.parse(asOf) > OLD_DAYS * 86_400_000;

/** Why data of a day do not let a question pass. */
export const outdated = (asOf: string): string =>
  `releases are known up to ${asOf} only; a newer kubevet knows what came later`;
