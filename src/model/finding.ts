/** A value as JSON shows it. */
export type Scalar = string | number | boolean | null;

export type Https = `https://${string}`;

/** What a finding is about. Two findings of one check never have the same subject. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly container?: string;
  /** Where one subject stands for several alike (a node group's nodes, a Deployment's pods): how many, and some of their names. */
  readonly members?: { readonly count: number; readonly samples: readonly string[] };
}

export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** Where the value of an effective setting was found. */
export type SettingSource =
  | 'flagz'
  | 'argv'
  | 'environment'
  | 'configz'
  | 'config-map'
  | 'node-annotation'
  | 'host-file'
  | 'default';

export type Observed = Scalar | readonly Scalar[];

export type Evidence =
  /** The value at `pointer` (a JSON pointer) of an API object. */
  | {
      readonly from: 'object';
      readonly object: ObjectRef;
      readonly pointer: string;
      readonly observed: Observed;
      readonly expected?: string;
      readonly source?: SettingSource;
    }
  /** `sought` was looked for at `pointer` of an object (or, without a name, in the whole list of a kind) and is not there. */
  | { readonly from: 'absence'; readonly object: ObjectRef; readonly pointer: string; readonly sought: string }
  /** The value at `pointer` of what the API server answered at `path`. */
  | {
      readonly from: 'endpoint';
      readonly path: string;
      readonly pointer: string;
      readonly observed: Observed;
      readonly expected?: string;
      readonly source?: SettingSource;
    }
  /** The value at `pointer` of a file on the host of a node; null where the file leaves it out. */
  | {
      readonly from: 'host-file';
      readonly node: string;
      readonly path: string;
      readonly pointer: string;
      readonly observed: Observed;
      readonly expected?: string;
      readonly source?: SettingSource;
    }
  /** A cited fact about Kubernetes. */
  | {
      readonly from: 'fact';
      readonly fact: string;
      readonly value: Observed;
      readonly expected?: string;
      readonly source: Https;
    };
export type Evidences = readonly [Evidence, ...Evidence[]];

/** Why something is not known. The first seven say what kept kubevet from reading it. */
export type UncertaintyCode =
  | 'forbidden'
  | 'unauthenticated'
  | 'not-served'
  | 'timed-out'
  | 'unreachable'
  | 'malformed'
  | 'not-gathered'
  | 'incomplete'
  | 'not-visible'
  | 'set-in-file'
  | 'outside-known-versions'
  | 'not-understood'
  | 'crashed';

export interface Uncertainty {
  readonly code: UncertaintyCode;
  /** One sentence for the reader; no full stop at its end is needed. */
  readonly detail: string;
}

export type Finding =
  | { readonly verdict: 'pass'; readonly subject: Subject; readonly evidence: Evidences; readonly message?: string }
  | { readonly verdict: 'fail'; readonly subject: Subject; readonly evidence: Evidences; readonly message: string }
  /** Facts are shown and a person decides; never counts. */
  | { readonly verdict: 'review'; readonly subject: Subject; readonly evidence: Evidences; readonly message: string }
  | {
      readonly verdict: 'not-applicable';
      readonly subject: Subject;
      readonly evidence: Evidences;
      readonly because: string;
    }
  | {
      readonly verdict: 'unknown';
      readonly subject: Subject;
      readonly evidence: readonly Evidence[];
      readonly because: Uncertainty;
    };
export type Verdict = Finding['verdict'];

/**
 * A check that found no subject says which of the two it is; only proven absence is not-applicable.
 * `provider` names who runs the component where it is the provider's (EKS, GKE, ...): the check then leaves the score.
 */
export type None =
  | { readonly absent: Evidences; readonly because: string; readonly provider?: string }
  | { readonly unseen: Uncertainty };

export type Evaluation = readonly [Finding, ...Finding[]] | None;

/** Whether an evaluation is a statement about no subject. */
export const isNone = (evaluation: Evaluation): evaluation is None => !Array.isArray(evaluation);

/** Judges every subject; where there is none, says whether that was proven or merely not seen. */
export function each<S>(subjects: readonly S[], judge: (subject: S) => Finding, none: None): Evaluation {
  const [first, ...rest] = subjects.map(judge);
  return first === undefined ? none : [first, ...rest];
}
