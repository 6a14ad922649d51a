import { expecting, together } from '../../src/judge/evidence.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';

/** Switches that are off unless given, and what each does. */
const SWITCHES = {
  'force-new-cluster': 'forgets all other members at each start',
  'unsafe-no-fsync': 'may lose writes that it acknowledged',
  'enable-pprof': 'hands out profiles at /debug/pprof',
  'enable-v2': 'serves the old API, which knows none of the guards of the new one',
} as const;

export default automated({
  meta: {
    id: 'etcd/insecure-flags',
    component: 'etcd',
    severity: 'medium',
    population: false,
    title: { holds: 'No dangerous switch of etcd is on', broken: 'A dangerous switch of etcd is on' },
    rationale:
      'Some switches are for a repair or a test and do harm when they stay. --force-new-cluster, left over from a recovery, throws the other members out at the next restart; --unsafe-no-fsync loses data when the power fails; --enable-pprof hands profiles to whoever may connect, who can slow the store down with them; --enable-v2 opens an API that was given up.',
    remediation: {
      kubeadm:
        'Remove the named flag from /etc/kubernetes/manifests/etcd.yaml, or the variable ETCD_... for it, one control-plane node at a time.',
      k3s: 'Remove it from etcd-arg on the servers.',
      mayBreak:
        'Each member is away while it restarts. Before --force-new-cluster is removed make sure that the member is healthy and that the others have joined it anew. Programs that still use the v2 API lose it.',
    },
    references: [
      { title: 'Configuration options of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/configuration/' },
      { title: 'Disaster recovery of etcd', url: 'https://etcd.io/docs/v3.6/op-guide/recovery/' },
    ],
    since: '0.1.0',
  },
  needs: ['settings:etcd'],
  evaluate: (cluster) => each(cluster['settings:etcd'].instances, judge, cluster['settings:etcd'].none),
});

function judge(instance: Instance): Finding {
  const { subject } = instance;
  const found = Object.entries(SWITCHES).map(([flag, harm]) => ({ flag, harm, setting: instance.get(flag) }));
  const on = found.flatMap(({ flag, harm, setting }) =>
    setting.known && setting.value === true ? [{ flag, harm, evidence: expecting(setting.evidence, 'not set') }] : [],
  );
  const [worst, ...others] = on;
  if (worst !== undefined) {
    const evidence = together(worst.evidence, ...others.map((one) => one.evidence));
    const message = on.map(({ flag, harm }) => `--${flag}: ${harm}`).join('; ');
    return { verdict: 'fail', subject, evidence, message };
  }
  // A release that does not know a switch cannot have it on: it would not start.
  const hidden = found.find(({ flag, setting }) => !setting.known && instance.given(flag) !== false);
  if (hidden !== undefined && !hidden.setting.known) {
    return { verdict: 'unknown', subject, evidence: [], because: hidden.setting.because };
  }
  const [first, ...rest] = found.flatMap(({ setting }): readonly Evidence[] => (setting.known ? setting.evidence : []));
  if (first === undefined) {
    const detail = 'its release is not described, so neither is what its switches are without being set';
    return { verdict: 'unknown', subject, evidence: [], because: { code: 'outside-known-versions', detail } };
  }
  return { verdict: 'pass', subject, evidence: [first, ...rest] };
}
