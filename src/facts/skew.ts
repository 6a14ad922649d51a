import type { Component } from '../model/check.ts';
import type { Facts } from '../model/facts.ts';
import type { DataSet } from './data-set.ts';
import { compareVersions, parseVersion } from './version.ts';

const SOURCE = 'https://kubernetes.io/releases/version-skew-policy/';

/** From this minor on kubelet and kube-proxy may be three minors older than the API server, before two. */
const THREE_BEHIND_FROM = '1.25';

/** See Facts. The version is that of the component, in the count of Kubernetes. API servers of one cluster may be one minor apart, either way. */
export const skewIn =
  ({ describedThrough }: DataSet): Facts['skew'] =>
  (component, text) => {
    const version = parseVersion(text);
    if (version === undefined) return { known: false, why: `"${text}" is no version` };
    const limits = limitsOf(component, version.line);
    if (limits === undefined)
      return { known: false, why: `${component} has versions of its own, or no limit is described` };
    if (compareVersions(version.line, describedThrough) > 0) {
      return {
        known: false,
        why: `Kubernetes ${version.line} is newer than ${describedThrough}, the newest described`,
      };
    }
    return { known: true, value: limits, source: SOURCE };
  };

function limitsOf(component: Component, line: string): { readonly behind: number; readonly ahead: number } | undefined {
  switch (component) {
    case 'kube-apiserver':
      return { behind: 1, ahead: 1 };
    case 'kube-controller-manager':
    case 'kube-scheduler':
    case 'cloud-controller-manager':
      return { behind: 1, ahead: 0 };
    case 'kubelet':
    case 'kube-proxy':
      return { behind: compareVersions(line, THREE_BEHIND_FROM) >= 0 ? 3 : 2, ahead: 0 };
    default:
      return undefined;
  }
}
