import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = path.join(__dirname, '../..');

/** How a form asks for a card: by what browsers fill in, or by the usual names of such fields. */
const cardField =
    /\bcc-(?:number|csc|exp|name|type|given|family)|(?:name|id)=["'{`]+(?:card[-_]?(?:no|number|num|cvc|cvv)|cc[-_]?(?:no|num|number)|cvc2?|cvv2?|csc|pan|security[-_]?code)\b/i;

describe('the storefront’s forms', () => {
    it('ask for no card number and no security code: card data belongs to the providers', () => {
        const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(name =>
            name.endsWith('.tsx'),
        );
        expect(files.length).toBeGreaterThan(50);
        const asking = files.filter(name => cardField.test(readFileSync(path.join(sources, name), 'utf8')));
        expect(asking).toEqual([]);
    });

    it.each([
        '<input autoComplete="cc-number" />',
        '<Field name="cardNumber" />',
        `<input id='cvc' />`,
        '<input name={`card_cvv`} />',
    ])('would be found out by %s', markup => {
        expect(cardField.test(markup)).toBe(true);
    });
});
