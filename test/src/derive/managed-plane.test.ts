import { describe, expect, test } from '@jest/globals';
import { PLANE_SIGNS } from '../../../src/derive/managed-signs.ts';
import { type DaemonSet, schemas } from '../../../src/shapes/generated.ts';
import {
  component,
  dataOf,
  forbidden,
  type GivenResources,
  node,
  partial,
  view,
  whole,
} from '../../support/derived.ts';

const version = (gitVersion: string) => whole({ gitVersion, major: '1', minor: '33', platform: '' });
const PLAIN = { version: version('v1.33.5'), 'daemon-sets': whole([]), 'control-plane-pods': whole([]) };
const plane = (resources: GivenResources, server?: string) =>
  dataOf(view('managed-plane', { ...PLAIN, ...resources }, server));

const labelled = (name: string, namespace = 'kube-system', value = 'aks'): DaemonSet =>
  schemas.DaemonSet.project({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace, labels: { 'kubernetes.azure.com/managedby': value } },
    spec: {},
  });

describe('the managed plane', () => {
  test.each([
    ['EKS', 'v1.33.5-eks-ad5ca7f'],
    ['GKE', 'v1.33.5-gke.1308000'],
    ['IKS', 'v1.33.5+IKS'],
    ['ACK', 'v1.33.5-aliyun.1'],
    ['TKE', 'v1.33.5-tke.9'],
    ['LKE', 'v1.33.5+lke5'],
  ])('is %s by the version %s', (provider, gitVersion) => {
    expect(plane({ version: version(gitVersion) })).toEqual({
      managed: true,
      provider,
      evidence: [{ from: 'endpoint', path: '/version', pointer: '/gitVersion', observed: gitVersion }],
    });
  });

  test.each([
    ['EKS', 'https://ABC.gr7.eu-west-1.eks.amazonaws.com'],
    ['EKS', 'https://abc.gr7.cn-north-1.eks.amazonaws.com.cn'],
    ['EKS', 'https://abc.eks.us-west-2.api.aws'],
    ['GKE', 'https://gke-abc.europe-west1.gke.goog'],
    ['AKS', 'https://abc.hcp.westeurope.azmk8s.io:443'],
    ['DOKS', 'https://abc.k8s.ondigitalocean.com'],
    ['IKS', 'https://c2.us-south.containers.cloud.ibm.com:24730'],
    ['OKE', 'https://abc.us-phoenix-1.clusters.oci.oraclecloud.com:6443'],
    ['LKE', 'https://abc.us-east-2-gw.linodelke.net:443'],
    ['Scaleway Kapsule', 'https://abc.api.k8s.fr-par.scw.cloud:6443'],
    ['OVHcloud Managed Kubernetes', 'https://abc.c1.gra7.k8s.ovh.net'],
    ['Vultr Kubernetes Engine', 'https://abc.vultr-k8s.com:6443'],
    ['Exoscale SKS', 'https://abc.sks-ch-gva-2.exo.io:443'],
    ['Red Hat OpenShift Service on AWS', 'https://api.abc.y0wn.p1.openshiftapps.com:6443'],
    ['Azure Red Hat OpenShift', 'https://api.abc.eastus.aroapp.io:6443'],
  ])('is %s by the address %s', (provider, server) => {
    expect(plane({}, server)).toMatchObject({
      managed: true,
      provider,
      evidence: [{ observed: new URL(server).hostname }],
    });
  });

  test('is by its address whatever the version says besides, and pods that run a kube-apiserver', () => {
    const resources = {
      version: version('v1.33.5-eks-ad5ca7f'),
      'control-plane-pods': whole([component('kube-apiserver')]),
    };
    expect(plane(resources)).toEqual({ managed: false });
    expect(plane(resources, 'https://ABC.gr7.eu-west-1.eks.amazonaws.com')).toMatchObject({
      managed: true,
      provider: 'EKS',
      evidence: [{}, {}],
    });
  });

  test('is AKS by a DaemonSet of its own', () => {
    const sets = whole([labelled('b'), labelled('a'), labelled('0', 'default'), labelled('1', 'kube-system', 'me')]);
    expect(plane({ 'daemon-sets': sets })).toMatchObject({
      provider: 'AKS',
      evidence: [
        { object: { name: 'a' }, pointer: '/metadata/labels/kubernetes.azure.com~1managedby', observed: 'aks' },
      ],
    });
  });

  test.each([
    ['a plain version', 'v1.33.5', 'https://10.0.0.1:6443'],
    ['k3s', 'v1.33.5+k3s1', 'https://example.org'],
    ['EKS Distro, which anyone may run', 'v1.33.5-eks-1-33-24', undefined],
    ['an address that only contains a provider’s', 'v1.33.5', 'https://eks.amazonaws.com.example.org'],
    ['something that is no address', 'v1.33.5', 'cluster.yaml'],
  ])('is none by %s', (_, gitVersion, server) => {
    expect(plane({ version: version(gitVersion) }, server)).toEqual({ managed: false });
  });

  describe('by a build or an add-on of a provider', () => {
    const eks = { version: version('v1.30.7-eks-68cabf3') };
    const own = component('kube-apiserver');

    test('is none where pods run the API server', () => {
      for (const signs of [eks, { 'daemon-sets': whole([labelled('a')]) }]) {
        expect(plane({ ...signs, 'control-plane-pods': whole([own]) })).toEqual({ managed: false });
        expect(plane({ ...signs, 'control-plane-pods': partial([own]) })).toEqual({ managed: false });
      }
    });

    test('is the provider’s where pods of others do', () => {
      const pods = whole([component('kube-apiserver', [], { namespace: 'team' })]);
      expect(plane({ ...eks, 'control-plane-pods': pods })).toMatchObject({ managed: true });
    });

    test('is not known where not all pods were seen', () => {
      for (const pods of [forbidden, partial([])]) {
        expect(plane({ ...eks, 'control-plane-pods': pods })).toMatchObject({ because: { code: 'incomplete' } });
      }
    });

    test('is the provider’s by its address, also where pods run the API server', () => {
      const pods = { 'control-plane-pods': whole([own]) };
      expect(plane(pods, 'https://api.a.eastus.aroapp.io:6443')).toMatchObject({ managed: true });
    });
  });

  test('is none by labels and ids of nodes', () => {
    const labels = { 'eks.amazonaws.com/nodegroup': 'a' };
    expect(plane({ nodes: whole([node('a', { labels, spec: { providerID: 'aws:///a/i-1' } })]) })).toEqual({
      managed: false,
    });
  });

  test('is one by several signs that agree, and unknown by signs that do not', () => {
    const eks = { version: version('v1.33.5-eks-ad5ca7f') };
    expect(plane(eks, 'https://a.eks.amazonaws.com')).toMatchObject({ managed: true, evidence: [{}, {}] });
    expect(plane(eks, 'https://a.azmk8s.io')).toEqual({
      managed: undefined,
      because: { code: 'not-understood', detail: expect.stringContaining('EKS, AKS') },
    });
  });

  test('is not known where the version was not read, unless another sign tells', () => {
    const unread = { version: forbidden, 'daemon-sets': forbidden };
    expect(view('managed-plane', unread)).toEqual(forbidden);
    expect(plane(unread, 'https://a.azmk8s.io')).toMatchObject({ provider: 'AKS' });
  });

  test('has a source for every sign', () => {
    for (const { source } of PLANE_SIGNS) expect(source).toMatch(/^https:\/\//);
  });
});
