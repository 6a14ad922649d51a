import { grantCheck } from '../../src/judge/rbac/grant-check.ts';

export default grantCheck({
  meta: {
    id: 'rbac/nodes-proxy',
    component: 'rbac',
    severity: 'critical',
    population: false,
    title: {
      holds: 'Only administrators can use nodes/proxy',
      broken: 'Non-administrators can use nodes/proxy',
    },
    rationale:
      'nodes/proxy reaches the API of every kubelet, which runs commands in any pod of its node. Even get is enough, because the kubelet takes a WebSocket request, which is a GET, for that. Neither admission control nor the audit log of the API server sees such a command.',
    remediation: {
      any: 'Replace nodes/proxy by the narrow subresources that the kubelet understands since Kubernetes 1.33 (nodes/metrics, nodes/stats, nodes/log, nodes/pods, nodes/healthz, nodes/configz) and let the agent ask the kubelet itself instead of through the API server.',
      mayBreak:
        'Monitoring agents that read kubelet metrics through the proxy of the API server lose them until they are set to ask the kubelet; kubelets older than 1.33 know only nodes/metrics, nodes/stats, nodes/log and nodes/proxy.',
    },
    references: [
      {
        title: 'Kubernetes: RBAC good practices, access to the proxy subresource of nodes',
        url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes',
      },
      {
        title: 'Kubernetes: kubelet authorization',
        url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
      },
    ],
    controls: [
      { benchmark: 'CIS Kubernetes 1.12', number: '5.1.10' },
      { benchmark: 'Prowler', number: 'rbac_minimize_node_proxy_subresource_access' },
      { benchmark: 'Kubescape', number: 'C-0279' },
      { benchmark: 'Trivy', number: 'KSV-0047' },
      { benchmark: 'KubiScan', number: 'risky-execute-command-node-proxy' },
      { benchmark: 'rbac-police', number: 'nodes_proxy' },
      { benchmark: 'CIS EKS', number: '4.1.10' },
      { benchmark: 'CIS AKS', number: '4.1.9' },
    ],
    since: '0.1.0',
  },
  asks: [{ verbs: ['get', 'create'], group: '', resources: ['nodes/proxy'], clusterOnly: true }],
  power: 'use nodes/proxy',
  ownRoles: [
    'system:controller:generic-garbage-collector',
    'system:controller:namespace-controller',
    'system:kubelet-api-admin',
  ],
});
