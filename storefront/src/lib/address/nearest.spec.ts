import { describe, expect, it } from 'vitest';
import { nearestFirst } from './nearest';

const place = (name: string, countryCode: string, postalCode: string) => ({
    name,
    address: { countryCode, postalCode },
});
const unknown = { name: 'unknown', address: null };
const berlin = place('Berlin', 'DE', '10115');
const potsdam = place('Potsdam', 'DE', '14467');
const munich = place('Munich', 'DE', '80331');
const milan = place('Milan', 'IT', '10115');
const soho = place('Soho', 'GB', 'W1D 3QU');
const leeds = place('Leeds', 'GB', 'LS1 4DY');

const names = (places: readonly { name: string }[]) => places.map(({ name }) => name);

describe('the nearest place', () => {
    it('shares most of the beginning of the postal code, in the same country', () => {
        const home = { countryCode: 'DE', postalCode: '10119' };
        expect(names(nearestFirst([milan, munich, unknown, potsdam, berlin], home))).toEqual([
            'Berlin',
            'Potsdam',
            'Munich',
            'Milan',
            'unknown',
        ]);
    });

    it('is found however the code is written', () => {
        const home = { countryCode: 'GB', postalCode: 'w1d3qf' };
        expect(names(nearestFirst([leeds, soho], home))).toEqual(['Soho', 'Leeds']);
    });

    it('is the first that came where nothing is known', () => {
        expect(names(nearestFirst([unknown, munich, berlin], undefined))).toEqual([
            'unknown',
            'Munich',
            'Berlin',
        ]);
        expect(names(nearestFirst([munich, berlin], { countryCode: 'DE', postalCode: null }))).toEqual([
            'Munich',
            'Berlin',
        ]);
    });
});
