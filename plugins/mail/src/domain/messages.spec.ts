import { describe, expect, it } from 'vitest';
import de from '../messages/de.json';
import en from '../messages/en.json';
import fr from '../messages/fr.json';
import { mailTexts } from './messages';

/** `mail.name` and its placeholders, for each text. */
function shape(messages: Record<string, Record<string, string>>) {
    return Object.entries(messages).flatMap(([mail, texts]) =>
        Object.entries(texts).map(([name, text]) => [
            `${mail}.${name}`,
            [...text.matchAll(/\{\w+\}/g)].map(String).sort(),
        ]),
    );
}

describe('the texts of mails', () => {
    it.each([
        ['German', de],
        ['French', fr],
    ])('are all there in %s, with the placeholders of the English ones', (_language, messages) => {
        expect(shape(messages)).toEqual(shape(en));
    });

    it('are never empty', () => {
        const texts = [en, de, fr].flatMap(messages =>
            Object.values(messages).flatMap(mail => Object.values(mail)),
        );
        expect(texts.filter(text => text.trim() === '')).toEqual([]);
    });

    it('have their placeholders filled in, whatever stands in the value', () => {
        const texts = mailTexts('de', 'order-confirmation', { code: '$& {name}', shop: 'S', name: 'N' });
        expect(texts.subject).toBe('Ihre Bestellung $& {name}');
    });
});
