import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { withCommand } from '../../../src/engine/command.ts';
import type { Evidence, ObjectRef } from '../../../src/model/finding.ts';

const pod: ObjectRef = { apiVersion: 'v1', kind: 'Pod', namespace: 'kube-system', name: 'etcd-1' };
const at = (pointer: string, object: ObjectRef = pod): string | undefined =>
  withCommand({ from: 'object', object, pointer, observed: true }).command;

describe('the kubectl line', () => {
  test('shows a field of an object', () => {
    expect(at('/spec/containers/0/image')).toBe(
      "kubectl get -n kube-system -o 'jsonpath={.spec.containers[0].image}' -- pod etcd-1",
    );
    const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: 'system:node' };
    expect(at('/rules', role)).toBe(
      "kubectl get -o 'jsonpath={.rules}' -- clusterrole.v1.rbac.authorization.k8s.io system:node",
    );
    expect(at('/metadata/annotations/k3s.io~1node-args')).toContain('{.metadata.annotations.k3s\\.io/node-args}');
  });

  test('shows the text that the field stands in, and the whole object where there is no simple path', () => {
    const map: ObjectRef = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'kube-system', name: 'kube-proxy' };
    expect(at('/data/config.conf/mode', map)).toContain("'jsonpath={.data.config\\.conf}' --");
    expect(at('', map)).toBe('kubectl get -n kube-system -o yaml -- configmap kube-proxy');
    expect(at("/metadata/labels/a'b", map)).toContain('-o yaml');
  });

  test('shows absence in one object and in all', () => {
    const absent: Evidence = { from: 'absence', object: pod, pointer: '/spec', sought: 'x' };
    expect(withCommand(absent).command).toBe('kubectl get -n kube-system -o yaml -- pod etcd-1');
    const all = { apiVersion: 'apps/v1', kind: 'DaemonSet', name: '' };
    expect(withCommand({ ...absent, object: all }).command).toBe('kubectl get daemonset.v1.apps --all-namespaces');
  });

  test('shows what an endpoint answers; a fact needs none', () => {
    const endpoint = (path: string): Evidence => ({ from: 'endpoint', path, pointer: '', observed: 'x' });
    expect(withCommand(endpoint('/flagz')).command).toBe('kubectl get --raw /flagz');
    expect(withCommand(endpoint('/')).command).toBe('kubectl cluster-info');
    const fact: Evidence = { from: 'fact', fact: 'default', value: 1, source: 'https://kubernetes.io/' };
    expect(withCommand(fact)).toEqual(fact);
  });

  test.each(["it's", '$(touch /tmp/x)', 'a;b', '`id`', 'a b', '-rf', '--all', '*', '\\', '"', '&&'])(
    'hands %s to kubectl as it is',
    (name) => {
      const line = withCommand({
        from: 'absence',
        object: { ...pod, namespace: name, name },
        pointer: '',
        sought: 'x',
      }).command;
      const words = execFileSync('sh', ['-c', `kubectl() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' });
      expect(words).toBe(['get', '-n', name, '-o', 'yaml', '--', 'pod', name, ''].join('\n'));
    },
  );
});
