import check from '../../../checks/kubelet/remote-runtime-endpoint.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

describeCheck(check, [
  ...fieldCases({
    field: 'containerRuntimeEndpoint',
    passing: 'unix:///run/containerd/containerd.sock',
    failing: 'tcp://192.0.2.1:2375',
    omitted: 'unknown',
  }),
  // Kubelets before 1.27 have a flag for it, which they do not show.
  { given: 'a kubelet that does not show it', objects: kubelet({ address: '0.0.0.0' }, '1.26.9'), expect: 'unknown' },
  { given: 'a bare path', objects: kubelet({ containerRuntimeEndpoint: '/run/crio/crio.sock' }), expect: 'pass' },
  {
    given: 'images from another place',
    objects: kubelet({
      containerRuntimeEndpoint: 'unix:///run/containerd/containerd.sock',
      imageServiceEndpoint: 'tcp://images.example:4000',
    }),
    expect: 'fail',
    findings: [{ verdict: 'fail', message: /images.example/ }],
  },
  {
    given: 'a named pipe on Windows',
    objects: [
      serverVersion(),
      node('node-1', { operatingSystem: 'windows' }),
      kubeletConfigz('node-1', { containerRuntimeEndpoint: 'npipe:////./pipe/containerd-containerd' }),
    ],
    expect: 'pass',
  },
  {
    given: 'TCP on Windows',
    objects: [
      serverVersion(),
      node('node-1', { operatingSystem: 'windows' }),
      kubeletConfigz('node-1', { containerRuntimeEndpoint: 'tcp://localhost:3735' }),
    ],
    expect: 'fail',
  },
  { given: 'another scheme', objects: kubelet({ containerRuntimeEndpoint: 'vsock://3:1024' }), expect: 'unknown' },
  { given: 'nothing', objects: kubelet({ containerRuntimeEndpoint: '' }), expect: 'unknown' },
]);
