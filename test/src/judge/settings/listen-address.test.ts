import { describe, expect, test } from '@jest/globals';
import { isLoopback, parseListenAddress } from '../../../../src/judge/settings/listen-address.ts';

describe('parseListenAddress', () => {
  test.each([
    ['127.0.0.1:10249', { host: '127.0.0.1', port: 10249 }],
    ['0.0.0.0', { host: '0.0.0.0', port: undefined }],
    [':10249', { host: '', port: 10249 }],
    ['[::1]:10249', { host: '::1', port: 10249 }],
    ['[::]', { host: '::', port: undefined }],
    ['::', { host: '::', port: undefined }],
    ['fe80::1', { host: 'fe80::1', port: undefined }],
    ['localhost:10249', { host: 'localhost', port: 10249 }],
  ])('reads %s', (text, address) => {
    expect(parseListenAddress(text)).toEqual(address);
  });

  test.each(['', 'example.org:80', '1.2.3.4:port', '[::1', '$(IP):10249'])('%p is no address', (text) => {
    expect(parseListenAddress(text)).toBeUndefined();
  });
});

describe('isLoopback', () => {
  test.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['', false],
    ['0.0.0.0', false],
    ['::', false],
    ['10.127.0.0', false],
  ])('%p: %p', (host, loopback) => {
    expect(isLoopback({ host, port: undefined })).toBe(loopback);
  });
});
