import { jsonReply, type Reply, statusReply } from './content.ts';
import type { Identity } from './identity.ts';
import { type Attributes, NOT_FOUND } from './status.ts';

interface ReviewDocument {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly spec?: {
    readonly resourceAttributes?: Partial<Attributes>;
    readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string };
  };
}

const KINDS: Readonly<Record<string, string>> = {
  selfsubjectreviews: 'SelfSubjectReview',
  selfsubjectaccessreviews: 'SelfSubjectAccessReview',
  selfsubjectrulesreviews: 'SelfSubjectRulesReview',
};

/** Answers the POST of a self review; `may` says what the identity may do. */
export function answerReview(
  resource: string,
  body: string,
  identity: Identity,
  may: (attributes: Attributes) => boolean,
): Reply {
  const kind = KINDS[resource];
  const review = parse(body);
  if (kind === undefined) return statusReply(NOT_FOUND);
  if (review?.kind !== kind) {
    const message = `the body of the request was not a ${kind} in JSON`;
    return statusReply({ code: 415, reason: 'UnsupportedMediaType', message });
  }
  return jsonReply(201, { ...review, metadata: {}, status: statusOf(kind, review, identity, may) });
}

function parse(body: string): ReviewDocument | undefined {
  try {
    return JSON.parse(body) as ReviewDocument;
  } catch {
    return undefined;
  }
}

function statusOf(
  kind: string,
  { spec }: ReviewDocument,
  identity: Identity,
  may: (attributes: Attributes) => boolean,
): unknown {
  if (kind === 'SelfSubjectReview') return { userInfo: { username: identity.user, groups: identity.groups } };
  if (kind === 'SelfSubjectAccessReview') {
    const attributes = { verb: '', path: '', ...spec?.resourceAttributes, ...spec?.nonResourceAttributes };
    return { allowed: may(attributes) };
  }
  const all = may({ verb: '*', path: '*', group: '*', resource: '*' });
  return {
    resourceRules: all ? [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }] : [],
    nonResourceRules: all ? [{ verbs: ['*'], nonResourceURLs: ['*'] }] : [],
    incomplete: !all,
  };
}
