import { automated } from '../../src/model/check.ts';
import { each, type Finding } from '../../src/model/finding.ts';
import type { ApiEndpoint } from '../../src/model/views.ts';

/** RFC 1918, shared address space of providers, link-local; unique local and link-local of IPv6. */
const PRIVATE =
  /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|\[f[cd]|\[fe[89ab])/;
const LOOPBACK = /^(127\.|\[::1\]$|localhost$)/;
const ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

export default automated({
  meta: {
    id: 'kube-apiserver/endpoint-not-public',
    component: 'kube-apiserver',
    severity: 'high',
    population: false,
    title: {
      holds: 'The address of the API server is a private one',
      broken: 'The address of the API server is a public one',
    },
    rationale:
      'An API server that the whole internet reaches is found by scanners within hours: they try stolen tokens, and the holes of its version on the day that these are known. Whether a firewall or a list of allowed networks stands in front of a public address does not show from here.',
    remediation: {
      kubeadm:
        'Put the control-plane endpoint (controlPlaneEndpoint) on a private address, or let a firewall admit only the networks of nodes and administrators to port 6443.',
      managed:
        'Make the endpoint private, or list the networks that may reach it. EKS: "aws eks update-cluster-config --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true". GKE: --enable-master-authorized-networks. AKS: "az aks update --api-server-authorized-ip-ranges".',
      mayBreak:
        'Pipelines, administrators and nodes elsewhere lose the way to the API server: set up a VPN or a bastion first.',
    },
    references: [
      {
        title: 'Kubernetes: securing a cluster',
        url: 'https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/',
      },
      {
        title: 'EKS: cluster endpoint access',
        url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
      },
    ],
    controls: [
      ...['C-0227', 'C-0228', 'C-0247', 'C-0252'].map((number) => ({ benchmark: 'Kubescape', number })),
      { benchmark: 'NSA/CISA', number: 'Control plane hardening' },
      ...['5.4.1', '5.4.2'].map((number) => ({ benchmark: 'CIS EKS', number })),
      ...['5.4.1', '5.4.2'].map((number) => ({ benchmark: 'CIS AKS', number })),
    ],
    since: '0.1.0',
  },
  needs: ['api-endpoint'],
  evaluate: (cluster) => {
    const byHost = new Map(cluster['api-endpoint'].map((endpoint) => [endpoint.host, endpoint]));
    return each([...byHost.values()], judge, {
      unseen: { code: 'not-visible', detail: 'no address of the API server is known' },
    });
  },
});

function judge({ host, evidence }: ApiEndpoint): Finding {
  const subject = { kind: 'Endpoint', name: host };
  if (ADDRESS.test(host) && PRIVATE.test(host))
    return { verdict: 'pass', subject, evidence, message: 'what leads to it from outside was not seen' };
  return { verdict: 'review', subject, evidence, message: whyUnclear(host) };
}

function whyUnclear(host: string): string {
  if (LOOPBACK.test(host)) return 'reached on this very machine, perhaps through a tunnel: see where that leads';
  if (!ADDRESS.test(host)) return 'a name, which kubevet does not look up: see whether it leads to a public address';
  return 'a public address: see that only known networks reach it';
}
