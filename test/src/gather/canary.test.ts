import { describe, expect, test } from '@jest/globals';
import { catalogueKeys } from '../../../src/gather/catalogue.ts';
import { gather } from '../../../src/gather/gather.ts';
import { objectReader } from '../../../src/gather/objects.ts';
import { parseSnapshot, redactSnapshot, serializeSnapshot } from '../../../src/gather/snapshot-file.ts';
import * as build from '../../support/objects.ts';

const CANARY = 'c4n4ry';

/** A secret for one place; the name of the place says where it came through. */
const canary = (place: string) => `${CANARY}-${place}`;

/** A container of an application that has a secret in every place in which applications have them. */
const leaky = (name: string) =>
  build.container(name, {
    command: ['/app', `--password=${canary('command')}`, canary('word')],
    args: ['--token', canary('args'), `sh -c "curl -H Authorization:${canary('script')}"`],
    env: [
      { name: 'PASSWORD', value: canary('env') },
      { name: 'ETCDCTL_PASSWORD', value: canary('etcdctl') },
      { name: 'ETCD_INITIAL_CLUSTER_TOKEN', value: canary('etcd-token') },
    ],
    livenessProbe: { exec: { command: ['check', canary('liveness')] } },
    readinessProbe: { httpGet: { port: 1, httpHeaders: [{ name: 'Authorization', value: canary('header') }] } },
    startupProbe: { exec: { command: ['check', canary('startup')] } },
    lifecycle: {
      postStart: { exec: { command: ['hook', canary('post-start')] } },
      preStop: { exec: { command: ['hook', canary('pre-stop')] } },
    },
  });

const annotations = (place: string) => ({
  'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ data: canary(`${place}-last-applied`) }),
  'example.com/note': canary(`${place}-annotation`),
});

const options = (place: string) => ({
  containers: [leaky(place)],
  annotations: annotations(place),
  spec: { initContainers: [leaky(`${place}-init`)], ephemeralContainers: [leaky(`${place}-debug`)] },
});

const PROXY_KUBECONFIG = {
  cluster: { server: `https://user:${canary('server')}@192.0.2.1`, 'certificate-authority-data': canary('ca') },
  user: {
    token: canary('kubeconfig-token'),
    password: canary('kubeconfig-password'),
    'client-key-data': canary('key'),
  },
};

const component = {
  flags: ['--profiling=false', `--some-token=${canary('component-flag')}`, '--a-password', canary('component-next')],
  annotations: annotations('component'),
  sidecars: [leaky('vault-agent')],
  container: { livenessProbe: { exec: { command: [canary('component-probe')] } } },
};

const objects: readonly object[] = [
  build.serverVersion('v1.37.2', { gitCommit: canary('commit') }),
  build.flagz({
    'anonymous-auth': 'true',
    'webhook-token': canary('flagz'),
    'etcd-servers': `https://u:${canary('url')}@e:1`,
  }),
  build.statusz(),
  build.metrics([
    `some_metric{token="${canary('metric')}"} 1`,
    `apiserver_audit_error_total{by="${canary('label')}",plugin="log"} 1`,
  ]),
  build.node('node-1', {
    annotations: {
      'k3s.io/node-args': JSON.stringify(['server', '--token', canary('k3s'), `--agent-token=${canary('k3s-agent')}`]),
      'rke2.io/node-args': `not a list ${canary('rke2')}`,
      'k3s.io/node-env': JSON.stringify({ K3S_TOKEN: canary('k3s-env'), K3S_KUBECONFIG_MODE: '644' }),
      'rke2.io/node-env': `not an object ${canary('rke2-env')}`,
      ...annotations('node'),
    },
  }),
  build.kubeletConfigz('node-1', {
    staticPodURL: `https://user:${canary('pod-url')}@example.com`,
    staticPodURLHeader: { Authorization: [canary('pod-header')] },
    providerID: canary('provider'),
  }),
  build.namespace('kube-system', { annotations: annotations('namespace') }),
  build.controlPlanePod('kube-apiserver', component),
  build.controlPlanePod('etcd', {
    flags: [`--initial-cluster-token=${canary('cluster-token')}`],
    env: [{ name: 'ETCD_INITIAL_CLUSTER_TOKEN', value: canary('etcd-env') }],
  }),
  build.controlPlanePod('kube-scheduler', {
    command: [
      '/bin/sh',
      '-c',
      `API_TOKEN=${canary('sh-env')} exec kube-scheduler --my-secret=${canary('sh')} --other-token ${canary('sh-next')}`,
    ],
  }),
  build.pod('bare', options('pod')),
  build.deployment('web', options('deployment')),
  build.daemonSet('agent', options('daemon-set')),
  build.statefulSet('db', options('stateful-set')),
  build.replicaSet('old', options('replica-set')),
  build.job('once', options('job')),
  build.cronJob('often', options('cron-job')),
  build.configMap('settings', { password: canary('config-map') }),
  build.kubeadmConfig({
    apiServer: {
      extraArgs: [{ name: 'a-token', value: canary('kubeadm') }],
      extraEnvs: [{ name: 'X', value: canary('kubeadm-env') }],
    },
    scheduler: { extraArgs: { 'b-password': canary('kubeadm-map') } },
    secretField: canary('kubeadm-field'),
  }),
  build.kubeletConfig({ staticPodURLHeader: { X: [canary('kubelet-config')] } }),
  build.kubeProxyConfig({ mode: 'iptables', secretField: canary('proxy-field') }, PROXY_KUBECONFIG),
  {
    ...build.secret('s', 'default', { annotations: annotations('secret') }),
    data: { p: canary('data') },
    stringData: { q: canary('text') },
  },
  build.configMap('extension-apiserver-authentication', { 'client-ca-file': canary('client-ca') }),
  {
    ...build.configMap('cluster-info', {
      kubeconfig: JSON.stringify({
        kind: 'Config',
        clusters: [PROXY_KUBECONFIG],
        users: [{ user: PROXY_KUBECONFIG.user }],
      }),
      'jws-kubeconfig-abcdef': canary('signature'),
    }),
    metadata: { name: 'cluster-info', namespace: 'kube-public' },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'guard', annotations: annotations('webhook') },
    webhooks: [
      { name: 'a', clientConfig: { caBundle: canary('bundle'), url: `https://example.com/${canary('url')}` } },
    ],
  },
  build.serviceAccount('robot', 'default', { annotations: annotations('service-account') }),
];

describe('nothing secret is kept', () => {
  for (const complete of [true, false]) {
    test(complete ? 'of a cluster' : 'of manifests', async () => {
      const reader = objectReader(objects, { complete });
      const snapshot = await gather(reader, catalogueKeys, { concurrency: 4, takenAt: undefined, tool: 'test' });
      const text = serializeSnapshot(snapshot);
      expect([...text.matchAll(new RegExp(`${CANARY}-[a-z0-9-]+`, 'g'))].map(([found]) => found)).toEqual([]);
      // All of it was read: that nothing leaks is no wonder where nothing is there.
      const unread = Object.entries(snapshot.resources).filter(([, { state }]) => state === 'failed');
      if (complete) expect(unread).toEqual([]);
      expect(text).toContain('--profiling=false');
      expect(text).toContain('vault-agent');
      expect(serializeSnapshot(redactSnapshot(parseSnapshot(text, 'snapshot.json')))).not.toContain(CANARY);
    });
  }
});
