import { notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { settingCheck } from '../../src/judge/settings/setting-checks.ts';

/** Ports below are the system's: only root may listen on them. */
const FIRST_FREE = 1024;

export default settingCheck({
  meta: {
    id: 'kube-apiserver/nodeport-range',
    component: 'kube-apiserver',
    severity: 'low',
    population: false,
    title: {
      holds: 'Services cannot take ports of the system on nodes',
      broken: 'Services can take ports of the system on every node',
    },
    rationale:
      'Whoever may write a Service of type NodePort takes a port on every node. With a range that begins below 1024 this can be that of SSH, DNS or HTTPS: connections that are meant for the node end in a pod of somebody else.',
    remediation: {
      kubeadm:
        'Remove --service-node-port-range from /etc/kubernetes/manifests/kube-apiserver.yaml on each control-plane node (it is 30000-32767 then), or let it begin at 1024 or above, clear of the ports that kubelet, etcd and other programs of the nodes use.',
      k3s: 'Remove --service-node-port-range from the arguments of the servers.',
      mayBreak:
        'Services keep the ports that they have; those outside of the range cannot be made anew. Put a load balancer or an ingress in front of what must answer on 80 and 443.',
    },
    references: [
      {
        title: 'Service of type NodePort',
        url: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
      },
    ],
    controls: [{ benchmark: 'DISA STIG', number: 'V-242410' }],
    since: '0.1.0',
  },
  view: 'settings:kube-apiserver',
  setting: 'service-node-port-range',
  expected: '1024 or above',
  passes: (value) => {
    // Set to nothing it is the default.
    if (value === '') return true;
    const first = /^(\d+)(?:[-+]\d+)?$/.exec(String(value).trim())?.[1];
    return first === undefined ? notUnderstood(`"${value}" is no range of ports`) : Number(first) >= FIRST_FREE;
  },
  broken: (value) => `the range is ${value}`,
});
