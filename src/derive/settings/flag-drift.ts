import type { Facts, FlagType } from '../../model/facts.ts';
import type { Gathered, ResourceKey } from '../../model/resources.ts';
import type { FlagDrift, Setting } from '../../model/views.ts';
import type { AllResources } from '../managed-plane.ts';
import { flagzLayer } from './flagz-layer.ts';
import { attribute, KUBE_APISERVER_INPUTS } from './kube-apiserver.ts';
import { givenBy, readLayers } from './layers.ts';
import { findCandidates } from './process-instances.ts';

/** What the drift of flags is told by. */
export const FLAG_DRIFT_INPUTS = KUBE_APISERVER_INPUTS satisfies readonly ResourceKey[];

const COMPONENT = 'kube-apiserver';

/**
 * The one flag that a server overrules by itself: with AlwaysAllow among the authorizers it lets in no anonymous requests.
 * https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/kubeapiserver/options/authentication.go
 */
const OVERRULED = 'anonymous-auth';

/** Compares the flags in the pod of the API server that answered /flagz with those that it says it runs with. */
export function flagDrift(resources: AllResources, facts: Facts): Gathered<FlagDrift> {
  const { flagz } = resources;
  if (flagz.state === 'failed') return flagz;
  const candidate = attribute(flagz.value, findCandidates(resources, COMPONENT, facts).candidates);
  if (candidate === undefined) {
    const detail = 'which API server answered /flagz is not known: the address that it advertises is no pod';
    return { state: 'failed', failure: { code: 'not-visible', detail } };
  }
  const typeOf = (flag: string) => facts.flagType(COMPONENT, flag);
  const live = flagzLayer(flagz.value, typeOf, () => false);
  const pairs = Object.keys(flagz.value.flags)
    .filter((flag) => isComparable(flag, typeOf(flag)) && givenBy(candidate.layers, flag) === true)
    .sort()
    .flatMap((flag) => {
      const [given, running] = [readLayers(candidate.layers, flag), live.read(flag)];
      return given?.known && running?.known ? [{ flag, given, running }] : [];
    });
  const equal = pairs.filter(({ given, running }) => textOf(given) === textOf(running));
  const modes = live.read('authorization-mode');
  const allowsAll = !modes?.known || textOf(modes).includes('AlwaysAllow');
  const differing = pairs.filter((pair) => !equal.includes(pair) && !(pair.flag === OVERRULED && allowsAll));
  return { state: 'whole', value: { subject: candidate.subject, equal, differing } };
}

/** Text that a server prints as it was given. Durations, addresses and quantities it writes in its own way. */
const PLAIN_TEXT = /(?:-file|-cafile|-certfile|-keyfile|-config|-path|-version|-prefix|-claim|-issuer)$/;

/**
 * Flags that a server completes or renames in part, or prints otherwise than it takes them.
 * https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/controlplane/apiserver/options/options.go
 * https://github.com/kubernetes/kubernetes/blob/v1.37.2/cmd/kube-apiserver/app/options/completion.go
 * https://github.com/kubernetes/kubernetes/blob/v1.37.2/staging/src/k8s.io/component-base/cli/flag/namedcertkey_flag.go
 */
const REWRITTEN = ['runtime-config', 'watch-cache-sizes', 'tls-sni-cert-key'];

const isComparable = (flag: string, type: FlagType | undefined): boolean =>
  !REWRITTEN.includes(flag) && isPlain(flag, type);

const isPlain = (flag: string, type: FlagType | undefined): boolean =>
  type === 'boolean' || type === 'integer' || type === 'list' || type === 'map' || PLAIN_TEXT.test(flag);

/** The order of a list means nothing here, nor does the component in front of a feature gate, which a server adds. */
const textOf = ({ value }: Setting): string =>
  JSON.stringify(Array.isArray(value) ? [...value].map((one) => String(one).replace(/^(?:kube)?:/, '')).sort() : value);
