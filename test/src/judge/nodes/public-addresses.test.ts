import { expect, test } from '@jest/globals';
import { isPublic } from '../../../../src/judge/nodes/public-addresses.ts';

test.each([
  ['93.184.216.34', true],
  ['172.32.0.1', true],
  ['100.128.0.1', true],
  ['11.0.0.1', true],
  ['::ffff:93.184.216.34', true],
  ['2600:1f18:4a2c::1', true],
  ['3fff:ffff::1', true],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['100.127.255.255', false],
  ['169.254.169.254', false],
  ['127.0.0.1', false],
  ['203.0.113.7', false],
  ['198.19.0.1', false],
  ['240.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['2001:db8::1', false],
  ['fd00:1::1', false],
  ['fe80::1', false],
  ['::1', false],
  ['300.1.1.1', false],
  ['node-1.example.org', false],
  ['', false],
])('%s: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected);
});
