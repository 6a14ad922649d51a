import type { Evidence, Finding, ObjectRef, Subject, Uncertainty } from '../../model/finding.ts';
import type { Gathered, KubeProxyConfig } from '../../model/resources.ts';

/** What kube-proxy's kubeconfig says of its connection. */
export type ProxyConnection = NonNullable<KubeProxyConfig['kubeconfig']>;

/** The value at a pointer of the ConfigMap, or what is not there; with `broken` it fails. */
export type ConnectionJudgement = { readonly pointer: string; readonly broken?: string } & (
  | { readonly observed: string | boolean; readonly expected: string }
  | { readonly sought: string }
);

/** The kubeconfig in the ConfigMap of kube-proxy, or why it is not known. Where there is none kube-proxy reads a file on the nodes. */
export function connectionIn(config: Gathered<KubeProxyConfig>): ProxyConnection | Uncertainty {
  if (config.state === 'failed') return config.failure;
  if (config.value.kubeconfig !== undefined) return config.value.kubeconfig;
  if (config.state === 'partial') return { code: 'malformed', detail: config.missing.join('; ') };
  return { code: 'not-visible', detail: 'the kubeconfig of kube-proxy is a file on the nodes' };
}

/** What a judgement of a kubeconfig comes to for a subject; `also` is further evidence. */
export function connectionFinding(
  subject: Subject,
  { place }: ProxyConnection,
  judgement: ConnectionJudgement,
  also: readonly Evidence[] = [],
): Finding {
  const object: ObjectRef = { apiVersion: 'v1', kind: 'ConfigMap', name: place.configMap, namespace: 'kube-system' };
  const { pointer, broken } = judgement;
  const shown: Evidence =
    'sought' in judgement
      ? { from: 'absence', object, pointer, sought: judgement.sought }
      : {
          from: 'object',
          object,
          pointer,
          observed: judgement.observed,
          expected: judgement.expected,
          source: 'config-map',
        };
  const evidence = [shown, ...also] as const;
  return broken === undefined
    ? { verdict: 'pass', subject, evidence }
    : { verdict: 'fail', subject, evidence, message: broken };
}
