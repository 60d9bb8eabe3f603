/** A fault of the person who runs the generator: the message is all that is shown. */
export class GeneratorError extends Error {}

// The longest identifier that is made of it, efi_<name>_notice_shown, must fit PostgreSQL's 63 bytes.
const MAX_LENGTH = 40;

/**
 * @param {string | undefined} name - As typed, e.g. `gift-note`.
 * @returns {Readonly<Record<string, string>>} What each spelling of the template's own name becomes.
 * @throws {GeneratorError} when the name fits no folder, package, table or class.
 */
export function spellings(name) {
    if (!name) {
        throw new GeneratorError('Usage: npm run plugin:new NAME, e.g. npm run plugin:new gift-note');
    }
    if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length > MAX_LENGTH) {
        throw new GeneratorError(
            `"${name}" can't be a plugin's name: use words of lower-case letters and digits with "-" between them, at most ${MAX_LENGTH} characters, e.g. gift-note.`,
        );
    }
    if (/(^|-)(efi|plugin)(-|$)/.test(name)) {
        throw new GeneratorError(
            `"${name}": leave out "efi" and "plugin", which the package's name has anyway: gift-note becomes @efi/gift-note-plugin.`,
        );
    }
    const words = name.split('-');
    const pascal = words.map(capital).join('');
    return {
        'my-feature': name,
        my_feature: words.join('_'),
        MY_FEATURE: words.join('_').toUpperCase(),
        MyFeature: pascal,
        myFeature: words[0] + pascal.slice(words[0].length),
        'My feature': capital(words.join(' ')),
    };
}

function capital(/** @type {string} */ word) {
    return word[0].toUpperCase() + word.slice(1);
}
