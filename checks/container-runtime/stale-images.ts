import { parseDuration } from '../../src/judge/go-duration.ts';
import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

export default settingCheck({
  meta: {
    id: 'container-runtime/stale-images',
    component: 'container-runtime',
    severity: 'low',
    tier: 'hygiene',
    population: true,
    title: {
      holds: 'Nodes delete images that nobody has used for long',
      broken: 'Nodes keep images that nobody uses until the disk is full',
    },
    rationale:
      'Old images hold old programs with published holes, and a pod with imagePullPolicy IfNotPresent starts from them without asking the registry whether they were withdrawn. Unless an age is set, kubelets delete them only when the disk fills. Nodes list 50 images at most and not who uses them, so kubevet judges the setting, not the images.',
    remediation: {
      kubeadm:
        'Set imageMaximumGCAge: 168h in the kubelet-config ConfigMap in kube-system and in /var/lib/kubelet/config.yaml on every node, then restart the kubelet (1.30 or newer).',
      k3s: 'Put a KubeletConfiguration with imageMaximumGCAge: 168h into /var/lib/rancher/k3s/agent/etc/kubelet.conf.d/50-images.conf (RKE2: .../rke2/...; 1.32 or newer, which read only files that end in .conf), and restart k3s on each node.',
      managed: 'Set it in the kubelet configuration of the node pool where the provider offers that.',
      mayBreak: 'Images that are used now and then are pulled anew: starts take longer and need the registry.',
    },
    references: [
      {
        title: 'Kubernetes: garbage collection of images',
        url: 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/#image-maximum-age-gc',
      },
      { title: 'k3s: a folder for configuration files of kubelets', url: 'https://github.com/k3s-io/k3s/issues/2116' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  setting: 'imageMaximumGCAge',
  expected: 'above 0s',
  passes: (value) => {
    const age = parseDuration(String(value));
    return age === undefined ? notUnderstood(`imageMaximumGCAge "${value}" is no duration`) : age > 0;
  },
  broken: () => 'no age is set',
});
