import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** 2000::/3, what the registries give out (RFC 4291, 2.4); all else has no place on the internet. */
const GLOBAL = ipaddr.IPv6.parse('2000::');
/** An IPv4 address behind a translator (RFC 6052); the one for local use (RFC 8215) may lead anywhere. */
const TRANSLATED = ipaddr.IPv6.parse('64:ff9b::');
/** Azure's own service to its machines: a public number that answers within. */
const WIRE_SERVER = '168.63.129.16';

/**
 * Whether an IP address leads out to the internet: neither to this computer nor to its network, nor to
 * what a provider keeps for itself (loopback, private, link-local with the clouds' metadata, unique
 * local, shared (RFC 6598), multicast, reserved, documentation, benchmarking), in none of the spellings
 * that carry an IPv4 address within an IPv6 one. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv4 ? isPublic4(parsed) : isPublic6(parsed);
}

const isPublic4 = (address: ipaddr.IPv4): boolean =>
  address.range() === 'unicast' && address.toString() !== WIRE_SERVER;

function isPublic6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublic4(address.toIPv4Address());
  if (address.match(TRANSLATED, 96)) {
    return isPublic4(new ipaddr.IPv4(address.toByteArray().slice(12)));
  }
  return address.range() === 'unicast' && address.match(GLOBAL, 3);
}
