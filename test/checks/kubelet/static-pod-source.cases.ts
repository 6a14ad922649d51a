import check from '../../../checks/kubelet/static-pod-source.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';
import { controlPlanePod, kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const FOLDER = { staticPodPath: '/etc/kubernetes/manifests' };

describeCheck(check, [
  ...fieldCases({
    field: 'staticPodPath',
    passing: '',
    failing: '/etc/kubernetes/manifests',
    omitted: 'pass',
  }),
  {
    given: 'control-plane nodes, which need the folder',
    objects: [...kubelet(FOLDER), controlPlanePod('kube-apiserver')],
    expect: 'pass',
    findings: [{ verdict: 'pass', message: /static pods/ }],
  },
  {
    given: 'a worker beside the control plane, whose kube-proxy is of a DaemonSet',
    objects: [
      serverVersion(),
      node('node-1', { labels: { 'node-role.kubernetes.io/control-plane': '' } }),
      kubeletConfigz('node-1', FOLDER),
      controlPlanePod('kube-apiserver'),
      node('node-2'),
      kubeletConfigz('node-2', FOLDER),
      controlPlanePod('kube-proxy', { node: 'node-2' }),
    ],
    expect: 'fail',
    findings: [
      { verdict: 'pass', subject: { name: 'control-plane' } },
      {
        verdict: 'fail',
        subject: { name: 'worker' },
        message: /^starts what lies in .*manifests, which no component needs$/,
      },
    ],
  },
  {
    given: 'a worker with a kube-proxy of its own',
    objects: [
      ...kubelet(FOLDER),
      controlPlanePod('kube-proxy', {
        ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name: 'node-1', uid: 'u' }],
      }),
    ],
    expect: 'pass',
  },
  {
    given: 'one node of two without a component',
    objects: [
      ...kubelet(FOLDER),
      node('node-2'),
      kubeletConfigz('node-2', FOLDER),
      controlPlanePod('kube-apiserver', { node: 'node-2' }),
    ],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /on 1 of the nodes$/ }],
  },
  {
    given: 'a URL, also where the control plane runs',
    objects: [...kubelet({ ...FOLDER, staticPodURL: 'https://pods.example/all' }), controlPlanePod('kube-apiserver')],
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /pods.example/ }],
  },
]);
