import { running, unknownCases } from './control-planes.ts';
import type { CheckCase } from './describe-check.ts';

/** Cases of a check that wants a component on loopback: `port` is where it serves by default. */
export function bindAddressCases(component: string, port: number): readonly CheckCase[] {
  const asked = (...flags: readonly string[]) => running(component, flags);
  return [
    { given: 'loopback', objects: asked('--bind-address=127.0.0.1'), expect: 'pass' },
    { given: 'loopback of IPv6', objects: asked('--bind-address=::1'), expect: 'pass' },
    {
      given: 'no flag',
      objects: asked(),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: new RegExp(`listens on 0\\.0\\.0\\.0, port ${port}$`) }],
    },
    { given: 'an address of the node', objects: asked('--bind-address=10.0.0.7'), expect: 'fail' },
    {
      given: 'no address, which is each',
      objects: asked('--bind-address='),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /^listens on all addresses, port/ }],
    },
    {
      given: 'no port at all',
      objects: asked('--bind-address=0.0.0.0', '--secure-port=0'),
      expect: 'pass',
      findings: [{ verdict: 'pass', message: /nothing is served/ }],
    },
    {
      given: 'a port that cannot be read',
      objects: asked('--bind-address=0.0.0.0', '--secure-port=https'),
      expect: 'unknown',
    },
    { given: 'something that is no address', objects: asked('--bind-address=everywhere'), expect: 'unknown' },
    ...unknownCases(component, 'bind-address'),
  ];
}

/** Cases of a check that wants profiling off. */
export function profilingCases(component: string): readonly CheckCase[] {
  const asked = (...flags: readonly string[]) => running(component, flags);
  return [
    { given: 'profiling off', objects: asked('--profiling=false'), expect: 'pass' },
    { given: 'no flag', objects: asked(), expect: 'fail' },
    {
      given: 'the bare flag',
      objects: asked('--profiling'),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /debug\/pprof/ }],
    },
    { given: 'the flag twice', objects: asked('--profiling=true', '--profiling=false'), expect: 'pass' },
    { given: 'a value that is no boolean', objects: asked('--profiling=maybe'), expect: 'unknown' },
    { given: 'a version beyond the data', objects: running(component, [], '1.99.0'), expect: 'unknown' },
    ...unknownCases(component, 'profiling'),
  ];
}

/** Cases of a check that wants the API server asked who may read what a component serves; `beyond` is the answer for a version beyond the data. */
export function delegationCases(component: string, beyond: 'pass' | 'unknown'): readonly CheckCase[] {
  const asked = (...flags: readonly string[]) => running(component, flags);
  const kubeconfigs = [
    '--authentication-kubeconfig=/etc/kubernetes/a.conf',
    '--authorization-kubeconfig=/etc/kubernetes/a.conf',
  ];
  return [
    { given: 'both kubeconfigs', objects: asked(...kubeconfigs), expect: 'pass' },
    {
      given: 'both kubeconfigs, and health of one kind, with and without a slash',
      objects: asked(...kubeconfigs, '--authorization-always-allow-paths=/healthz,/livez/ping,readyz'),
      expect: 'pass',
    },
    {
      given: 'metrics for anybody',
      objects: asked(...kubeconfigs, '--authorization-always-allow-paths=/healthz,/metrics'),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /anybody .* \/metrics$/ }],
    },
    {
      given: 'all paths for anybody',
      objects: asked(...kubeconfigs, '--authorization-always-allow-paths=/*'),
      expect: 'fail',
    },
    {
      given: 'one kubeconfig only',
      objects: asked('--authentication-kubeconfig=/etc/kubernetes/a.conf'),
      expect: 'review',
      findings: [{ verdict: 'review', message: /without both kubeconfigs/ }],
    },
    {
      given: 'the other kubeconfig only',
      objects: asked('--authorization-kubeconfig=/etc/kubernetes/a.conf'),
      expect: 'review',
    },
    {
      given: 'paths that cannot be read',
      objects: asked(...kubeconfigs, '--authorization-always-allow-paths=$(PATHS)'),
      expect: 'unknown',
    },
    { given: 'a version beyond the data', objects: running(component, kubeconfigs, '1.99.0'), expect: beyond },
    ...unknownCases(component, 'authentication-kubeconfig'),
  ];
}

const OUTDATED = 'TLS_RSA_WITH_3DES_EDE_CBC_SHA';

/** Cases of a check that wants TLS 1.2 or newer, and no outdated suite. */
export function tlsMinVersionCases(component: string): readonly CheckCase[] {
  const asked = (...flags: readonly string[]) => running(component, flags);
  return [
    { given: 'no flag', objects: asked(), expect: 'pass' },
    { given: 'TLS 1.3', objects: asked('--tls-min-version=VersionTLS13'), expect: 'pass' },
    {
      given: 'TLS 1.0',
      objects: asked('--tls-min-version=VersionTLS10'),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /VersionTLS10/ }],
    },
    { given: 'no version of TLS', objects: asked('--tls-min-version=SSLv3'), expect: 'unknown' },
    {
      given: 'modern suites',
      objects: asked('--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_AES_128_GCM_SHA256'),
      expect: 'pass',
    },
    {
      given: 'an outdated suite among them',
      objects: asked(`--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,${OUTDATED}`),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: new RegExp(`^offers ${OUTDATED}$`) }],
    },
    {
      given: 'an outdated suite, where TLS 1.3 has none of its kind',
      objects: asked('--tls-min-version=VersionTLS13', `--tls-cipher-suites=${OUTDATED}`),
      expect: 'pass',
    },
    { given: 'suites that are not known', objects: asked('--tls-cipher-suites=$(SUITES)'), expect: 'unknown' },
    { given: 'a version beyond the data', objects: running(component, [], '1.99.0'), expect: 'unknown' },
    ...unknownCases(component, 'tls-min-version'),
  ];
}

/** Cases of a check that wants HTTPS only: releases up to `last` serve plain HTTP on `port`, those from `first` never do. */
export function securePortCases(
  component: string,
  spec: { readonly last: string; readonly first: string; readonly port: number },
): readonly CheckCase[] {
  const asked = (...flags: readonly string[]) => running(component, flags);
  const old = (...flags: readonly string[]) => running(component, flags, spec.last);
  return [
    { given: 'a release that has HTTPS only', objects: asked(), expect: 'pass' },
    { given: 'the first release that has HTTPS only', objects: running(component, [], spec.first), expect: 'pass' },
    {
      given: 'HTTPS switched off',
      objects: asked('--secure-port=0'),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: /switched off/ }],
    },
    {
      given: 'an old release at its defaults',
      objects: old(),
      expect: 'fail',
      findings: [{ verdict: 'fail', message: new RegExp(`plain HTTP .* port ${spec.port}$`) }],
    },
    { given: 'an old release with the plain port off', objects: old('--port=0'), expect: 'pass' },
    { given: 'an old release and a port that cannot be read', objects: old('--port=http'), expect: 'unknown' },
    { given: 'a version beyond the data', objects: running(component, [], '1.99.0'), expect: 'unknown' },
    ...unknownCases(component, 'secure-port'),
  ];
}
