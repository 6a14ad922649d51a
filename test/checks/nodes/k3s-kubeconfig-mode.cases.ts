import check from '../../../checks/nodes/k3s-kubeconfig-mode.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { k3s, rke2 } from '../../support/k3s-nodes.ts';
import { node } from '../../support/objects.ts';

describeCheck(check, [
  {
    given: 'servers that do not say, or say 0600; a later change by hand would not be visible',
    objects: [k3s('a', ['server']), k3s('b', ['server', '--write-kubeconfig-mode', '0600'])],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /the default is 0600; a change by hand since then would not be visible/ }],
  },
  {
    given: '644, as many guides say',
    objects: [k3s('a', ['server', '--write-kubeconfig-mode', '644'])],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { kind: 'NodeGroup', name: 'control-plane' }, message: /mode 644 opens it to every/ },
    ],
  },
  {
    given: 'the environment of RKE2',
    objects: [rke2('a', ['server'], { RKE2_KUBECONFIG_MODE: '0644' })],
    expect: 'fail',
  },
  {
    given: 'a flag, which counts before the environment, and the last of two',
    objects: [
      k3s('a', ['server', '--write-kubeconfig-mode', '644', '--write-kubeconfig-mode', '600'], {
        K3S_KUBECONFIG_MODE: '644',
      }),
    ],
    expect: 'pass',
  },
  {
    given: 'a group of the host that may read it',
    objects: [k3s('a', ['server', '--write-kubeconfig-mode', '0640', '--write-kubeconfig-group', 'ops'])],
    expect: 'review',
    findings: [{ verdict: 'review', message: /everybody in group ops/ }],
  },
  {
    given: "root's group that may read it",
    objects: [k3s('a', ['server', '--write-kubeconfig-mode', '640'])],
    expect: 'pass',
  },
  { given: 'a mode that is none', objects: [k3s('a', ['server', '--write-kubeconfig-mode', 'rw'])], expect: 'unknown' },
  {
    given: 'arguments that are no list',
    objects: [
      node('a', {
        labels: { 'node-role.kubernetes.io/control-plane': 'true' },
        annotations: { 'k3s.io/node-args': 'server' },
      }),
    ],
    expect: 'unknown',
  },
  { given: 'agents alone', objects: [k3s('a', ['agent', '--write-kubeconfig-mode', '644'])], expect: 'unknown' },
  { given: 'nodes of another distribution', objects: [node('a')], expect: 'not-applicable' },
  { given: 'no node at all', objects: [], expect: 'not-applicable' },
]);
