import check from '../../../checks/container-runtime/stale-images.ts';
import { describeCheck } from '../../support/describe-check.ts';
import { fieldCases, kubelet } from '../../support/kubelets.ts';
import { kubeletConfigz, node, serverVersion } from '../../support/objects.ts';

const images = [{ names: ['registry.example/old:1'], sizeBytes: 1 }];

describeCheck(check, [
  ...fieldCases({ field: 'imageMaximumGCAge', passing: '168h0m0s', failing: '0s', omitted: 'unknown' }),
  {
    given: 'a node that lists images: it lists some only, and not who uses them',
    objects: [
      serverVersion(),
      node('node-1', { status: { images } }),
      kubeletConfigz('node-1', { imageMaximumGCAge: '24h' }),
    ],
    expect: 'pass',
  },
  { given: 'what is no duration', objects: kubelet({ imageMaximumGCAge: 'a week' }), expect: 'unknown' },
]);
