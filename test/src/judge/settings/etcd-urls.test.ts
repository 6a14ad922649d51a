import { describe, expect, test } from '@jest/globals';
import { isEveryAddress, isPlain, named, parseEtcdUrls } from '../../../../src/judge/settings/etcd-urls.ts';

const schemes = (value: string | readonly string[]) => parseEtcdUrls(value)?.map(({ scheme }) => scheme);

describe('URLs that etcd listens on', () => {
  test('are separated by commas, in one text or several', () => {
    expect(schemes('https://127.0.0.1:2379, http://10.0.0.7:2379/')).toEqual(['https', 'http']);
    expect(schemes(['https://127.0.0.1:2379', 'unixs://a.sock,unix://b.sock'])).toEqual(['https', 'unixs', 'unix']);
    expect(parseEtcdUrls('')).toEqual([]);
  });

  test('are all URLs, or nothing is said', () => {
    expect(parseEtcdUrls('https://127.0.0.1:2379,10.0.0.7:2379')).toBeUndefined();
    expect(parseEtcdUrls('ftp://10.0.0.7')).toBeUndefined();
    expect(parseEtcdUrls('https://')).toBeUndefined();
  });

  test('have an address unless they are sockets or names', () => {
    const addresses = parseEtcdUrls('https://[::1]:2379,unix://a.sock,https://etcd.example:2379')?.map(
      ({ address }) => address,
    );
    expect(addresses).toEqual([{ host: '::1', port: 2379 }, undefined, undefined]);
  });

  test('are plain for http only', () => {
    const urls = parseEtcdUrls('https://1.2.3.4:1,http://1.2.3.4:2,unix://a,unixs://b') ?? [];
    expect(named(urls.filter(isPlain))).toBe('http://1.2.3.4:2');
  });

  test.each([
    ['', true],
    ['0', true],
    ['0.0.0.0', true],
    ['::', true],
    ['0:0:0:0:0:0:0:0', true],
    ['::ffff:0.0.0.0', true],
    ['10.0.0.0', false],
    ['127.0.0.1', false],
    ['::1', false],
    ['localhost', false],
  ])('%j is every address: %s', (host, expected) => {
    expect(isEveryAddress({ host, port: 2379 })).toBe(expected);
  });
});
