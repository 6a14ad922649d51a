import { versionCheck } from '../../src/judge/releases/version-check.ts';

export default versionCheck({
  meta: {
    id: 'kube-controller-manager/version',
    component: 'kube-controller-manager',
    severity: 'medium',
    population: false,
    title: {
      holds: 'The controller manager runs a patched release that fits the API server',
      broken: 'The controller manager runs a release that is unpatched, or does not fit',
    },
    rationale:
      "A minor without patches keeps its published flaws, as does a patch that is behind them. And Kubernetes is tested with a controller manager of the API server's minor or, during an upgrade, one before it; never with a newer one.",
    remediation: {
      kubeadm:
        '"kubeadm upgrade apply vX.Y.Z" on the first control-plane node and "kubeadm upgrade node" on the others set the image: finish the upgrade on every node.',
      k3s: 'The controller manager is part of k3s and RKE2: upgrade the servers.',
      mayBreak: 'The controller manager restarts; while none runs, controllers stand still and running pods go on.',
    },
    references: [
      { title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/' },
      { title: 'Kubernetes releases and their end of life', url: 'https://kubernetes.io/releases/' },
    ],
    controls: [
      { benchmark: 'DISA STIG', number: 'V-242443' },
      { benchmark: 'NSA/CISA', number: 'Upgrading and application security' },
    ],
    since: '0.1.0',
  },
  view: 'settings:kube-controller-manager',
  component: 'kube-controller-manager',
});
