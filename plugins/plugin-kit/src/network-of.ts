/** An IPv4 address, or the 64 bits of an IPv6 address that one household has. */
export function networkOf(address: string): string {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    if (!plain.includes(':')) {
        return plain;
    }
    const [head = '', tail = ''] = plain.split('::');
    const before = head === '' ? [] : head.split(':');
    const after = tail === '' ? [] : tail.split(':');
    const zeros = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
    const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4);
    return `${groups.map(group => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
