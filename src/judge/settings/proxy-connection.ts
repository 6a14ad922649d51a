import type { Evaluation, Evidence, Finding, ObjectRef, Subject } from '../../model/finding.ts';
import type { Gathered, KubeProxyConfig } from '../../model/resources.ts';
import type { Instances } from '../../model/views.ts';

/** What kube-proxy's kubeconfig says of its connection. */
export type ProxyConnection = NonNullable<KubeProxyConfig['kubeconfig']>;

/** The value at a pointer of the ConfigMap, or what is not there; with `broken` it fails. */
export type ConnectionJudgement = { readonly pointer: string; readonly broken?: string } & (
  | { readonly observed: string | boolean; readonly expected: string }
  | { readonly sought: string }
);

/**
 * Judges the kubeconfig in the ConfigMap of kube-proxy. Where there is none kube-proxy reads a file on the nodes: then nothing is
 * known.
 */
export function judgeConnection(
  { instances, none }: Instances,
  config: Gathered<KubeProxyConfig>,
  judge: (connection: ProxyConnection) => ConnectionJudgement,
): Evaluation {
  if (instances.length === 0) return none;
  if (config.state === 'failed') return { unseen: config.failure };
  const connection = config.value.kubeconfig;
  if (connection === undefined) {
    const detail =
      config.state === 'partial' ? config.missing.join('; ') : 'the kubeconfig of kube-proxy is a file on the nodes';
    return { unseen: { code: config.state === 'partial' ? 'malformed' : 'not-visible', detail } };
  }
  return [findingOf(connection.place.configMap, judge(connection))];
}

function findingOf(configMap: string, judgement: ConnectionJudgement): Finding {
  const namespace = 'kube-system';
  const object: ObjectRef = { apiVersion: 'v1', kind: 'ConfigMap', name: configMap, namespace };
  const subject: Subject = { kind: 'ConfigMap', name: configMap, namespace };
  const { pointer, broken } = judgement;
  const evidence: readonly [Evidence] = [
    'sought' in judgement
      ? { from: 'absence', object, pointer, sought: judgement.sought }
      : {
          from: 'object',
          object,
          pointer,
          observed: judgement.observed,
          expected: judgement.expected,
          source: 'config-map',
        },
  ];
  return broken === undefined
    ? { verdict: 'pass', subject, evidence }
    : { verdict: 'fail', subject, evidence, message: broken };
}
