import { items } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Setting } from '../../src/model/views.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/eviction-and-reservation',
    component: 'kubelet',
    severity: 'low',
    population: true,
    title: {
      holds: 'Nodes keep resources for the system and evict pods in time',
      broken: 'Pods may use up what the system of a node needs',
    },
    rationale:
      'Without a reservation pods together may take all memory and processor time of a node, so that kubelet, runtime and SSH starve. One greedy pod, meant or not, then takes the node away from everybody. Nothing is reserved by default; evictions come late, once memory is all but gone.',
    remediation: {
      kubeadm:
        'Set kubeReserved and systemReserved (a start: cpu 100m, memory 512Mi, ephemeral-storage 1Gi each), keep evictionHard and enforceNodeAllocatable at their defaults, in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet.',
      k3s: 'Add kube-reserved=cpu=100m,memory=512Mi and system-reserved=cpu=100m,memory=512Mi to kubelet-arg.',
      managed: 'Set the reservations in the configuration of the node pool; most images of providers do.',
      mayBreak:
        'Nodes offer that much less: on full nodes pods are evicted or stay pending. Begin with small reservations on one node.',
    },
    references: [
      {
        title: 'Reserve compute resources for system daemons',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    controls: [{ benchmark: 'NSA/CISA', number: 'Resource policies' }],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    kubeReserved: 'amounts, here or in systemReserved',
    systemReserved: 'amounts, here or in kubeReserved',
    evictionHard: 'at least one threshold',
    enforceNodeAllocatable: 'pods',
  },
  judge: (found, { platform }): Judgement => {
    const reserved = isGiven(found.kubeReserved) || isGiven(found.systemReserved);
    // Windows cannot hold pods to it, but the scheduler leaves room.
    const held = platform?.value === 'windows' || items(found.enforceNodeAllocatable.value).includes('pods');
    const missing = [
      ...(reserved ? [] : ['nothing is reserved for the system']),
      ...(reserved && !held ? ['pods are not held to what is reserved'] : []),
      ...(isGiven(found.evictionHard) ? [] : ['no threshold evicts pods']),
    ];
    return missing.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: missing.join('; ') };
  },
});

/** Whether one of the amounts (`memory=512Mi`, `nodefs.available=10%`) is above zero. */
const isGiven = ({ value }: Setting): boolean => items(value).some((amount) => /=.*[1-9]/.test(amount));
