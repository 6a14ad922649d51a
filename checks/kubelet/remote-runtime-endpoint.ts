import { isGiven, notUnderstood } from '../../src/judge/settings/observed-values.ts';
import { type Judgement, settingsCheck } from '../../src/judge/settings/setting-checks.ts';
import type { Setting } from '../../src/model/views.ts';

export default settingsCheck({
  meta: {
    id: 'kubelet/remote-runtime-endpoint',
    component: 'kubelet',
    severity: 'medium',
    population: true,
    title: {
      holds: 'Kubelets reach the container runtime by a local socket',
      broken: 'Kubelets reach the container runtime over TCP',
    },
    rationale:
      'The interface between kubelet and container runtime knows no login and no encryption. On a socket the file system guards it; on a TCP port whoever connects starts privileged containers on the node. Kubelets on Windows take such an address.',
    remediation: {
      any: 'Let the runtime listen on its socket (on Windows a named pipe) only, set containerRuntimeEndpoint to it (unix:///run/containerd/containerd.sock, npipe:////./pipe/containerd-containerd) in the configuration of the kubelet, remove imageServiceEndpoint, and restart both.',
      mayBreak: 'Tools that reach the runtime over TCP must use the socket too, as an administrator of the node.',
    },
    references: [
      {
        title: 'Container runtimes',
        url: 'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
      },
      {
        title: 'Kubelet configuration (v1beta1)',
        url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
      },
    ],
    since: '0.1.0',
  },
  view: 'settings:kubelet',
  settings: {
    containerRuntimeEndpoint: 'a socket or a named pipe',
    imageServiceEndpoint: 'a socket or a named pipe, or not set',
  },
  judge: (found): Judgement => {
    const endpoints = [found.containerRuntimeEndpoint, found.imageServiceEndpoint].filter(({ value }) =>
      isGiven(value),
    );
    const remote = endpoints.find((endpoint) => scheme(endpoint) === 'tcp');
    if (remote !== undefined) return { verdict: 'fail', message: `the runtime is reached at ${remote.value}` };
    const odd = endpoints.find((endpoint) => !LOCAL.includes(scheme(endpoint)));
    if (odd !== undefined || endpoints.length === 0) {
      return { verdict: 'unknown', because: notUnderstood(`"${odd?.value ?? ''}" is no address of a runtime`) };
    }
    return { verdict: 'pass' };
  },
});

/** A bare path is read as that of a socket. */
const LOCAL = ['unix', 'npipe', ''];

/** What comes before `://`; empty for a path, undefined for anything else. */
function scheme({ value }: Setting): string {
  const text = String(value);
  return /^[\\/]/.test(text) ? '' : (/^([a-z]+):/.exec(text)?.[1] ?? 'none');
}
