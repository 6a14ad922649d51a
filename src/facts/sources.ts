import type { Component } from '../model/check.ts';
import type { Https } from '../model/finding.ts';

const KUBERNETES = 'https://github.com/kubernetes/kubernetes/blob';
const REFERENCE = 'docs/reference/command-line-tools-reference';

/** The newest Kubernetes minor that the defaults describe. */
export const DESCRIBED_THROUGH = '1.37';
/** The oldest one. */
export const DESCRIBED_FROM = '1.20';

/** Where the flags of a component are described for a version's line (`1.36`, of etcd `3.6`). */
export function flagSource(component: Component, line: string): Https {
  if (component === 'etcd') {
    return `https://github.com/etcd-io/etcd/blob/release-${line}/${line === '3.4' ? '' : 'server/'}etcdmain/help.go`;
  }
  if (component === 'cloud-controller-manager') {
    return `${KUBERNETES}/v${DESCRIBED_THROUGH}.0/staging/src/k8s.io/cloud-provider/options/options.go`;
  }
  // The site shows the newest minor; what it said of an older one stays in that minor's branch.
  if (line === DESCRIBED_THROUGH) return `https://kubernetes.io/${REFERENCE}/${component}/`;
  return `https://github.com/kubernetes/website/blob/release-${line}/content/en/${REFERENCE}/${component}.md`;
}

/** Where the fields of a configuration file are described for a minor. */
export const configSource = (component: 'kubelet' | 'kube-proxy', line: string): Https =>
  component === 'kubelet'
    ? `${KUBERNETES}/v${line}.0/staging/src/k8s.io/kubelet/config/v1beta1/types.go`
    : `${KUBERNETES}/v${line}.0/pkg/proxy/apis/config/v1alpha1/defaults.go`;

/** Where the admission plugins of a minor are listed. */
export const admissionSource = (line: string): Https => `${KUBERNETES}/v${line}.0/pkg/kubeapiserver/options/plugins.go`;

/** Where the feature gates of a minor are listed. */
export const gateSource = (line: string): Https => `${KUBERNETES}/v${line}.0/pkg/features/kube_features.go`;

/** The oldest minor whose feature gates are described. */
export const GATES_FROM = '1.32';

/** The record of a vulnerability. */
export const recordOf = (id: string): Https =>
  id.startsWith('GHSA-') ? `https://github.com/advisories/${id}` : `https://www.cve.org/CVERecord?id=${id}`;
