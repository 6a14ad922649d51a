import { parseImage } from '../../src/derive/processes/image.ts';
import { held } from '../../src/judge/gathered.ts';
import { containerOf, type Running, runningOf } from '../../src/judge/settings/instance-pods.ts';
import { fieldOf, needlessHostPaths, type PodFault } from '../../src/judge/workloads/pod-faults.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, each, type Finding, type Uncertainty } from '../../src/model/finding.ts';
import type { Instance } from '../../src/model/views.ts';
import type { Container } from '../../src/shapes/generated.ts';

/** What kube-proxy needs of its node: kernel modules, the lock of iptables, and where its own files lie. */
const NEEDED = ['/lib/modules', '/run/xtables.lock', '/var/lib/kube-proxy'];

export default automated({
  meta: {
    id: 'kube-proxy/privileged',
    component: 'kube-proxy',
    severity: 'low',
    population: true,
    title: {
      holds: 'kube-proxy takes no more of its node than it needs',
      broken: 'kube-proxy takes more of its node than it needs',
    },
    rationale:
      'kube-proxy writes rules into the kernel of each node, so it must be privileged and on the network of the node. It needs the kernel modules and the lock of iptables besides, and nothing else: a further directory of the node or its processes are there for whoever takes over the image, on every node at once.',
    remediation: {
      kubeadm:
        'Remove the named volumes and fields from the DaemonSet ("kubectl -n kube-system edit daemonset kube-proxy") and give its image a version.',
      managed: 'Upgrade the kube-proxy add-on, or remove what was added to it.',
      mayBreak: 'Log collectors that read files that kube-proxy writes get nothing: let it log to its output.',
    },
    references: [
      { title: 'kube-proxy', url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/' },
      {
        title: 'Pod Security Standards',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-proxy'],
  wants: ['control-plane-pods', 'daemon-sets'],
  evaluate: (cluster) => {
    const { instances, none } = cluster['settings:kube-proxy'];
    const [pods, sets] = [held(cluster['control-plane-pods']), held(cluster['daemon-sets'])];
    return each(instances, (instance) => judge(instance, runningOf(instance, pods, sets)), none);
  },
});

const NO_POD: Uncertainty = {
  code: 'not-visible',
  detail: 'it runs in no pod that was read: what it takes of its node does not show in the API',
};

function judge(instance: Instance, running: Running | undefined): Finding {
  const { subject } = instance;
  const own = running && containerOf(instance, running);
  if (running === undefined || own === undefined) return { verdict: 'unknown', subject, evidence: [], because: NO_POD };
  const { container, pointer } = own;
  if (container.securityContext?.windowsOptions?.hostProcess === true) {
    const place = `${pointer}/securityContext/windowsOptions/hostProcess`;
    const evidence = [fieldOf(running.object, place, true, 'false')] as const;
    return { verdict: 'not-applicable', subject, evidence, because: 'on Windows it is a process of the host' };
  }
  const [first, ...rest] = [...faults(running, container, pointer), ...needlessHostPaths(running, NEEDED)];
  if (first !== undefined) {
    const message = [first, ...rest].map(({ what }) => what).join('; ');
    return { verdict: 'fail', subject, evidence: [first.evidence, ...rest.map((one) => one.evidence)], message };
  }
  const sought = `a path of the host besides ${NEEDED.join(', ')}`;
  const image = fieldOf(running.object, `${pointer}/image`, container.image, 'a version or digest');
  const absent: Evidence = { from: 'absence', object: running.object, pointer: running.pointer, sought };
  return { verdict: 'pass', subject, evidence: [image, absent] };
}

function faults({ object, pointer, spec }: Running, { image }: Container, own: string): readonly PodFault[] {
  const found: PodFault[] = [];
  for (const field of ['hostPID', 'hostIPC'] as const) {
    if (spec[field])
      found.push({ what: `has ${field}`, evidence: fieldOf(object, `${pointer}/${field}`, true, 'not set') });
  }
  const { tag } = parseImage(image);
  if (!image.includes('@') && (tag === undefined || tag === 'latest')) {
    const evidence = fieldOf(object, `${own}/image`, image, 'a version or digest');
    found.push({ what: 'runs an image without a version', evidence });
  }
  return found;
}
