import { describe, expect, test } from '@jest/globals';
import { withoutOwn } from '../../../src/derive/kubelet-likeness.ts';
import { node } from '../../support/derived.ts';

const own = (config: Parameters<typeof withoutOwn>[0], name = 'node-1', address = '192.0.2.1') =>
  withoutOwn(config, node(name, { address }));

describe('what is a node’s own', () => {
  test('is its name, alone and in the name of a file', () => {
    const config = { tlsCertFile: '/pki/node-1.crt', tlsPrivateKeyFile: '/pki/node-1/key', staticPodPath: 'node-1' };
    expect(own(config)).toEqual({
      staticPodPath: '$(NODE)',
      tlsCertFile: '/pki/$(NODE).crt',
      tlsPrivateKeyFile: '/pki/$(NODE)/key',
    });
  });

  test('is not a part of another word', () => {
    const config = { tlsCertFile: '/pki/node-10.crt', volumePluginDir: '/var/lib' };
    expect(own(config)).toEqual(config);
    expect(own({ volumePluginDir: '/var/lib' }, 'a')).toEqual({ volumePluginDir: '/var/lib' });
    expect(own({ clusterDomain: 'aXexample' }, 'a.example')).toEqual({ clusterDomain: 'aXexample' });
  });

  test('is its address', () => {
    expect(own({ address: '192.0.2.1', healthzBindAddress: '192.0.2.10' })).toEqual({
      address: '$(ADDRESS)',
      healthzBindAddress: '192.0.2.10',
    });
  });

  test('is its size, and how much is kept back of it', () => {
    const config = {
      maxPods: 58,
      kubeReserved: { memory: '1Gi', cpu: '0' },
      evictionHard: { 'nodefs.available': '0%', 'memory.available': '0.5Gi' },
    };
    expect(own(config)).toEqual({ evictionHard: ['memory.available'], kubeReserved: ['memory'] });
  });

  test('is no order of keys, and not what is odd', () => {
    expect(JSON.stringify(own({ b: { d: 1, c: null }, a: ['x', 2] }))).toBe('{"a":["x",2],"b":{"c":null,"d":1}}');
    expect(own({ kubeReserved: 'much', systemReserved: { memory: 1 } })).toEqual({
      kubeReserved: 'much',
      systemReserved: ['memory'],
    });
  });
});
