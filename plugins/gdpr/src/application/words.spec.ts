import { describe, expect, it } from 'vitest';
import { phrases } from './words';

describe('phrases', () => {
    it.each([
        ['{"to":"ada@example.org","name":"Ada King"}', ['ada@example.org', 'Ada King']],
        ['can not reach ada@example.org.', ['ada@example.org']],
        ['leave it with Ada King, Ring 1!', ['Ada King', 'Ring 1']],
        ['https://shop.test/reset?email=ada@example.org&x=1', ['ada@example.org']],
        ['rang from +43 660 5551234', ['+43 660 5551234']],
        ['{"name":"Countess Augusta Ada King Noel Lovelace"}', ['Countess Augusta Ada King Noel Lovelace']],
    ])('finds in %s', (text, sought) => {
        expect([...phrases(text)]).toEqual(expect.arrayContaining(sought));
    });

    it('has nothing of an empty text', () => {
        expect([...phrases(' {} ')]).toEqual([]);
    });
});
