import { findProcesses } from '../../src/derive/processes/find-processes.ts';
import { plainPath } from '../../src/judge/workloads/host-paths.ts';
import { effectiveSecurity } from '../../src/judge/workloads/workload-security.ts';
import { automated } from '../../src/model/check.ts';
import { type Evidence, type Evidences, each, type Finding, type ObjectRef } from '../../src/model/finding.ts';
import type { Gathered } from '../../src/model/resources.ts';
import type { Instances } from '../../src/model/views.ts';
import type { Pod } from '../../src/shapes/generated.ts';

const COMPONENTS = ['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager'] as const;
/** Directories that hold far more of a host than a component of the control plane reads. */
const WIDE = [
  '/',
  '/dev',
  '/etc',
  '/home',
  '/proc',
  '/root',
  '/run',
  '/sys',
  '/usr',
  '/var',
  '/var/lib',
  '/var/lib/kubelet',
];
const SOCKETS = /^\/run\/(?:docker|containerd|crio)(?:\/.*)?(?:\.sock)?$/;

export default automated({
  meta: {
    id: 'kube-apiserver/static-pod-hardening',
    component: 'kube-apiserver',
    severity: 'low',
    population: true,
    title: {
      holds: 'Control-plane pods have no more rights on their host than they need',
      broken: 'Control-plane pods have more rights on their host than they need',
    },
    rationale:
      'A flaw in the API server, etcd, the scheduler or the controller manager gives an intruder what its container may do. Privileged, with added capabilities, among the processes of the host, without a seccomp profile or with the whole host mounted, that is root on the control-plane node with every key on it. None of them needs any of this; kubeadm gives them RuntimeDefault and single directories.',
    remediation: {
      kubeadm:
        'In the named manifest below /etc/kubernetes/manifests set spec.securityContext.seccompProfile.type: RuntimeDefault, remove privileged, hostPID, hostIPC and added capabilities, and mount single directories, read-only but for the data of etcd and logs.',
      mayBreak:
        'The kubelet restarts the component as soon as its manifest changes: change one node at a time. A directory that it does need and no longer finds keeps it from starting.',
    },
    references: [
      { title: 'Seccomp', url: 'https://kubernetes.io/docs/tutorials/security/seccomp/' },
      {
        title: 'Pod Security Standards',
        url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
      },
    ],
    since: '0.1.0',
  },
  needs: ['settings:kube-apiserver', 'control-plane-pods'],
  wants: ['settings:kubelet'],
  evaluate: (cluster) => {
    const found = COMPONENTS.flatMap((name) => findProcesses(cluster['control-plane-pods'], name).running);
    const pods = [...new Set(found.flatMap(({ pod }) => pod ?? []))];
    const profiled = seccompByDefault(cluster['settings:kubelet']);
    return each(pods, (pod) => judge(pod, profiled), cluster['settings:kube-apiserver'].none);
  },
});

/** What shows that every kubelet gives a seccomp profile to containers that ask for none. */
function seccompByDefault(kubelets: Gathered<Instances>): readonly Evidence[] | undefined {
  if (kubelets.state !== 'whole' || kubelets.value.instances.length === 0) return undefined;
  const settings = kubelets.value.instances.map((kubelet) => kubelet.get('seccompDefault'));
  const on = settings.flatMap((one) => (one.known && one.value === true ? [one.evidence] : []));
  return on.length === settings.length ? on.flat() : undefined;
}

interface Fault {
  readonly message: string;
  readonly evidence: Evidence;
}

function judge(pod: Pod, profiled: readonly Evidence[] | undefined): Finding {
  const { name, namespace } = pod.metadata;
  const object: ObjectRef = { apiVersion: 'v1', kind: 'Pod', name, namespace };
  const subject = { kind: 'Pod', name, namespace };
  const faults = [
    ...containerFaults(pod, object, profiled === undefined),
    ...namespaceFaults(pod, object),
    ...pathFaults(pod, object),
  ];
  const [first, ...rest] = faults;
  if (first !== undefined) {
    const evidence: Evidences = [first.evidence, ...rest.map((fault) => fault.evidence)];
    return { verdict: 'fail', subject, evidence, message: faults.map(({ message }) => message).join('; ') };
  }
  const seen: Evidence = { from: 'absence', object, pointer: '/spec', sought: 'rights that it does not need' };
  return { verdict: 'pass', subject, evidence: [seen, ...(profiled ?? [])] };
}

function containerFaults({ spec }: Pod, object: ObjectRef, unprofiled: boolean): readonly Fault[] {
  const containers = (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    spec[list].map((container, index) => ({ container, pointer: `/spec/${list}/${index}/securityContext` })),
  );
  return containers.flatMap(({ container, pointer }) => {
    const { name, securityContext } = container;
    const faults: Fault[] = [];
    if (securityContext?.privileged === true) {
      const evidence = { from: 'object', object, pointer: `${pointer}/privileged`, observed: true } as const;
      faults.push({ message: `${name} is privileged`, evidence });
    }
    const added = (securityContext?.capabilities?.add ?? []).filter((one) => one !== 'NET_BIND_SERVICE');
    if (added.length > 0) {
      const observed = securityContext?.capabilities?.add ?? [];
      const evidence = { from: 'object', object, pointer: `${pointer}/capabilities/add`, observed } as const;
      faults.push({ message: `${name} has added capabilities: ${added.join(', ')}`, evidence });
    }
    const profile = effectiveSecurity({ securityContext: spec.securityContext }, container, 'seccompProfile');
    if (profile?.type === 'Unconfined' || (profile === undefined && unprofiled)) {
      const place = securityContext?.seccompProfile === undefined ? '/spec/securityContext' : pointer;
      const evidence: Evidence =
        profile === undefined
          ? { from: 'absence', object, pointer: '/spec', sought: 'seccompProfile' }
          : { from: 'object', object, pointer: `${place}/seccompProfile/type`, observed: profile.type };
      faults.push({ message: `${name} has no seccomp profile`, evidence });
    }
    return faults;
  });
}

/** Its network they all need. */
function namespaceFaults({ spec }: Pod, object: ObjectRef): readonly Fault[] {
  return (['hostPID', 'hostIPC'] as const).flatMap((field) => {
    if (!spec[field]) return [];
    const evidence: Evidence = { from: 'object', object, pointer: `/spec/${field}`, observed: true };
    return [{ message: `it has the ${field === 'hostPID' ? 'processes' : 'IPC'} of its host (${field})`, evidence }];
  });
}

function pathFaults({ spec }: Pod, object: ObjectRef): readonly Fault[] {
  return spec.volumes.flatMap(({ hostPath }, index) => {
    if (hostPath === undefined) return [];
    const plain = plainPath(hostPath.path);
    if (!WIDE.includes(plain) && !SOCKETS.test(plain)) return [];
    const pointer = `/spec/volumes/${index}/hostPath/path`;
    const evidence: Evidence = { from: 'object', object, pointer, observed: hostPath.path };
    return [{ message: `it mounts ${hostPath.path} of its host`, evidence }];
  });
}
