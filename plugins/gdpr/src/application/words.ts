/** Most words that a name, a street or a telephone number is taken to have. */
const LONGEST = 5;

/** What stands around words in JSON, addresses and sentences. */
const BETWEEN_PARTS = /["\\\n\r\t{}[\]<>()|;=&?]+/;
const AT_THE_ENDS = /^[\s.,:;!?'/]+|[\s.,:;!?'/]+$/g;

/**
 * What may be a name, an address or a number in a text, so that each can be compared with what is known by hashes only:
 * each part of it as a whole, and some words after one another.
 */
export function* phrases(text: string): Generator<string> {
    for (const part of text.split(BETWEEN_PARTS)) {
        const whole = part.replace(AT_THE_ENDS, '');
        const words = whole.split(/\s+/).filter(Boolean);
        if (words.length > LONGEST) {
            yield whole;
        }
        for (let first = 0; first < words.length; first++) {
            for (let end = first + 1; end <= Math.min(words.length, first + LONGEST); end++) {
                yield words.slice(first, end).join(' ').replace(AT_THE_ENDS, '');
            }
        }
    }
}
