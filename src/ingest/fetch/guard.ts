import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { AllowPrivate } from '../types.ts'

/** Networks that no public page lies in: this machine, private, link-local, shared, reserved, multicast (RFC 6890). */
const PRIVATE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const BLOCKED = new BlockList()
for (const [net, prefix, type] of PRIVATE) BLOCKED.addSubnet(net, prefix, type)

/** Whether an IP address lies in a network that is not public; IPv4 inside IPv6 is looked at as IPv4. */
export function isPrivateAddress(address: string): boolean {
  return BLOCKED.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Why an address may not be asked, before anything is sent. */
export function refusedAddress(url: string, allow: AllowPrivate): string | undefined {
  if (!URL.canParse(url)) return 'it is no address'
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return `only http and https addresses are fetched, not ${protocol}`
  const host = hostname.replace(/^\[|\]$/gu, '')
  return !mayBePrivate(url, allow) && isIP(host) && isPrivateAddress(host)
    ? `${host} is not a public address`
    : undefined
}

/** Whether this address may lie on this machine or in a private network. */
export function mayBePrivate(url: string, allow: AllowPrivate): boolean {
  return typeof allow === 'boolean' ? allow : allow(new URL(url).host)
}

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/** Looks names up; what a name stands for is checked here, so that it cannot change its mind between check and use. */
export function guardedLookup(allowPrivate: boolean) {
  return (hostname: string, options: LookupOptions, answer: Answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const found = typeof addresses === 'string' ? [] : (addresses ?? [])
      const [first] = found
      const hidden = allowPrivate ? undefined : found.find(({ address }) => isPrivateAddress(address))
      if (error || !first) answer(error ?? new Error(`${hostname} has no address`), [])
      else if (hidden) answer(new Error(`${hostname} is at ${hidden.address}, which is not a public address`), [])
      else if (options.all) answer(null, found)
      else answer(null, first.address, first.family)
    })
  }
}
