import { expect, test } from 'vitest';
import { isPublicAddress } from '../../electron/service/system/public-address.ts';

test.each([
  '8.8.8.8',
  '151.101.1.69',
  '100.63.255.255',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '2606:4700::6810:84e5',
  '2a00:1450:4002:411::200e',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s leads out', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['this computer', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::']],
  ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
  ['link-local, with metadata', ['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0']],
  ['unique local, with metadata', ['fc00::1', 'fd00:ec2::254', 'fec0::1']],
  ['a provider', ['100.64.0.1', '100.100.100.200', '100.127.255.255', '168.63.129.16']],
  ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
  ['reserved', ['240.0.0.1', '192.0.0.192', '192.0.2.1', '198.18.0.1', '203.0.113.9']],
  ['reserved', ['2001:db8::1', '3fff::1', '100::1', '4000::1', '5f00::1', '2001::1', '2001:2::1']],
  ['an IPv4 address in disguise', ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:127.0.0.1']],
  ['an IPv4 address in disguise', ['::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe']],
  ['an IPv4 address in disguise', ['64:ff9b:1::808:808', '2002:7f00:1::', '2002:808:808::1']],
  [
    'no address',
    ['', 'localhost', '127.1', '0x7f.1', '2130706433', '[::1]', '1.2.3.4.5', ' 8.8.8.8'],
  ],
])('%s is not public: %j', (_what, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});
