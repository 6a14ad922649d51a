import check from '../../../checks/nodes/old-components.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { controlPlanePod, node, serverVersion } from '../../support/objects.ts';

const on = (component: string, name: string, version: string) =>
  controlPlanePod(component, { node: name, version, name: `${component}-${name}` });
const server = serverVersion();

describeCheck(check, [
  {
    given: 'instances of one version each, of etcd its own',
    objects: [
      server,
      node('a'),
      node('b'),
      on('kube-scheduler', 'a', '1.37.2'),
      on('kube-scheduler', 'b', '1.37.2'),
      on('etcd', 'a', '3.6.5-0'),
    ],
    expect: 'pass',
    findings: [
      { verdict: 'pass', subject: { kind: 'Component', name: 'kube-scheduler' }, message: /^2 of 1.37.2$/ },
      { verdict: 'pass', subject: { name: 'etcd' } },
    ],
  },
  {
    given: 'an instance that an upgrade forgot',
    objects: [
      server,
      on('kube-proxy', 'a', '1.37.2'),
      on('kube-proxy', 'b', '1.36.10'),
      on('kube-proxy', 'c', '1.36.9'),
      on('kube-scheduler', 'a', '1.37.2'),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'fail', subject: { name: 'kube-proxy' }, message: /^runs 1.36.10 and 1.36.9 beside 1.37.2$/ },
      { verdict: 'pass', subject: { name: 'kube-scheduler' } },
    ],
  },
  {
    given: 'an instance whose version cannot be told, among others',
    objects: [
      server,
      on('kube-scheduler', 'a', '1.37.2'),
      controlPlanePod('kube-scheduler', { node: 'b', image: 'registry.example/kube-scheduler@sha256:00' }),
    ],
    expect: 'unknown',
    findings: [{ verdict: 'unknown', message: /of 1 of 2 instances of kube-scheduler/ }],
  },
  { given: 'no instance that was seen', objects: [server, node('a')], expect: 'unknown' },
  {
    given: "a provider's control plane",
    objects: [serverVersion('v1.33.5-eks-3025e55'), on('kube-proxy', 'a', '1.33.5')],
    expect: 'pass',
  },
]);
