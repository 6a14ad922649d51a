import { parseKubernetesVersion } from '../../src/judge/releases/kubernetes-version.ts';
import { automated } from '../../src/model/check.ts';
import type { Evidences, Subject } from '../../src/model/finding.ts';

export default automated({
  meta: {
    id: 'kube-apiserver/statusz-version',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'The API server reports one version of itself',
      broken: 'The API server reports different versions of itself',
    },
    rationale:
      'What is known of holes and end of support goes by the version. A server, or a proxy before it, that says another version at /version than its binary has hides how old it is, on purpose or by mistake.',
    remediation: {
      any: 'Look which image kube-apiserver runs on each control-plane node, and what stands between it and the clients; finish an upgrade that is under way. --emulated-version is no reason: both name the binary, and beside it what it emulates.',
      mayBreak: 'Nothing by itself.',
    },
    references: [{ title: 'z-pages', url: 'https://kubernetes.io/docs/reference/instrumentation/zpages/' }],
    since: '0.1.0',
  },
  needs: ['statusz', 'version'],
  wants: ['settings:kube-apiserver'],
  evaluate: ({ statusz, version, 'settings:kube-apiserver': servers }) => {
    const instances = servers.state === 'whole' ? servers.value.instances : [];
    const alone = instances.length === 1 ? instances[0]?.subject : undefined;
    const subject: Subject = alone ?? { kind: 'APIServer', name: 'kube-apiserver' };
    const evidence: Evidences = [
      { from: 'endpoint', path: '/statusz', pointer: '/binaryVersion', observed: statusz.binaryVersion },
      { from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: version.gitVersion },
    ];
    const [binary, said] = [statusz.binaryVersion, version.gitVersion].map(parseKubernetesVersion);
    if (binary === undefined || said === undefined) {
      const because = { code: 'not-understood', detail: 'one of the versions cannot be read' } as const;
      return [{ verdict: 'unknown', subject, evidence, because }];
    }
    if (binary.line === said.line && binary.patch === said.patch) return [{ verdict: 'pass', subject, evidence }];
    if (alone === undefined) {
      const detail = 'the two answers differ, and may come from two API servers in the middle of an upgrade';
      return [{ verdict: 'unknown', subject, evidence, because: { code: 'not-visible', detail } }];
    }
    const message = `/version says ${version.gitVersion}, and its binary is ${statusz.binaryVersion}`;
    return [{ verdict: 'fail', subject, evidence, message }];
  },
});
