import { describe, expect, it } from 'vitest';
import { digitShare, networkOf, sameMailbox, samePlace } from './subject';

describe('a subject', () => {
    it.each([
        ['Ada@Shop.Example', 'ada@shop.example'],
        ['ada+sale@shop.example', 'ada@shop.example'],
        [' ada@shop.example ', 'ada@shop.example'],
    ])('%s is the mailbox %s', (address, mailbox) => {
        expect(sameMailbox(address)).toBe(mailbox);
    });

    it('is the same place, however it is written', () => {
        const place = { street: 'Straße 1', postalCode: '1010', countryCode: 'AT' };
        expect(
            samePlace({ street: 'STRASSE 1'.replace('SS', 'ß'), postalCode: ' 1010', countryCode: 'at' }),
        ).toBe(samePlace(place));
        expect(samePlace({ ...place, street: 'Straße 2' })).not.toBe(samePlace(place));
    });

    it.each([
        ['192.0.2.77', '192.0.2.0/24'],
        ['::ffff:192.0.2.77', '192.0.2.0/24'],
        ['2001:db8:1:2::5', '2001:db8:1::/48'],
        ['2001:0DB8:0001::', '2001:db8:1::/48'],
        ['::1', '0:0:0::/48'],
        ['unknown', undefined],
        ['', undefined],
    ])('%s is of the network %s', (address, network) => {
        expect(networkOf(address)).toBe(network);
    });

    it('has a share of digits in its name', () => {
        expect(digitShare('a1b2@9.example')).toBe(0.5);
        expect(digitShare('@shop.example')).toBe(0);
    });
});
