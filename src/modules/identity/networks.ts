import { BlockList, isIPv6 } from 'node:net'

/** Whether an address lies in one of these networks (CIDR); an account that names none is called from everywhere. */
export function isFrom(networks: readonly string[], ip: string): boolean {
  if (networks.length === 0) return true
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length = ''] = network.split('/')
    list.addSubnet(address, Number(length), familyOf(address))
  }
  // an IPv4 address that came in over an IPv6 socket
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  return list.check(plain, familyOf(plain))
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')
