/** An address as its owner may recognise it, without the part that tells one household's devices apart. */
export function maskedAddress(address: string): string {
    return leading(address, { dotted: 3, colons: 3 });
}

/** The provider's network, more or less: a phone or a home that gets a new address mostly stays in it. */
export function networkAround(address: string): string {
    return leading(address, { dotted: 2, colons: 2 });
}

/** @param keep - How many numbers of an address stay. */
function leading(address: string, keep: { readonly dotted: number; readonly colons: number }): string {
    const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
    if (!plain.includes(':')) {
        return `${plain.split('.').slice(0, keep.dotted).join('.')}.*`;
    }
    const [before = ''] = plain.split('::');
    return `${before
        .split(':')
        .slice(0, keep.colons)
        .map(group => group.replace(/^0+(?=.)/, '') || '0')
        .join(':')}::*`;
}
